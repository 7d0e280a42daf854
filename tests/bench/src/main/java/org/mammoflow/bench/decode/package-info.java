/** How fast frames are decoded, beside decoders of others that get the same codestreams. Nothing here is part of the product. */
package org.mammoflow.bench.decode;
