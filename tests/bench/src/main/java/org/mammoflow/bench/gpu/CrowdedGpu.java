package org.mammoflow.bench.gpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.mammoflow.classifier.engine.EngineFailure;
import org.mammoflow.classifier.engine.Session;

/** A GPU whose memory is taken by sessions that have run large batches: ONNX Runtime gives nothing back before they close. */
final class CrowdedGpu implements AutoCloseable {

    private final List<Session> crowd = new ArrayList<>();
    private final Supplier<Session> another;
    private final Tensors tensors;
    private final float[] image;

    /**
     * Fills the GPU until a new session cannot even run {@code smallest} images.
     *
     * @param another opens one more session there
     */
    CrowdedGpu(Supplier<Session> another, Tensors tensors, int largest, int smallest) {
        this.another = another;
        this.tensors = tensors;
        this.image = tensors.batch(1).get(0);
        for (int batch = largest; batch >= smallest; ) {
            batch = fits(batch) ? batch : batch / 2;
        }
    }

    private boolean fits(int batch) {
        Session session;
        try {
            session = another.get();
        } catch (EngineFailure e) {
            return false;
        }
        try {
            session.run(Collections.nCopies(batch, image), tensors.size());
            crowd.add(session);
            return true;
        } catch (EngineFailure e) {
            session.close();
            return false;
        }
    }

    int sessions() {
        return crowd.size();
    }

    @Override
    public void close() {
        crowd.forEach(Session::close);
    }
}
