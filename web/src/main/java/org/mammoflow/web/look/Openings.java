package org.mammoflow.web.look;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The openings of one browser's session, by caller and study; the latest ones; of a forgotten one each look is told. */
@SessionScoped
public class Openings implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 16;

    private final LinkedHashMap<String, Opening> latest = new LinkedHashMap<>();

    synchronized void begin(String key, Opening opening) {
        latest.remove(key);
        latest.put(key, opening);
        if (latest.size() > MOST) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    synchronized Optional<Opening> of(String key) {
        return Optional.ofNullable(latest.get(key));
    }
}
