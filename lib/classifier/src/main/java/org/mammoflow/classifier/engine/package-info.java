/**
 * The only place that knows DJL and ONNX Runtime.
 *
 * <p>In come an ONNX file, a device and a number of threads; out comes a session that turns input tensors into logits and
 * class activation maps. It must know neither images nor cards, and must not let a DJL or ONNX Runtime type out.
 */
package org.mammoflow.classifier.engine;
