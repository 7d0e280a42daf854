package org.mammoflow.web.page;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader searched for in this session, under names that tell nothing: patient IDs and accession numbers must not
 * stand in addresses (ASVS 5.0, 14.2.1), and the back button shall still work.
 */
@SessionScoped
public class Searches implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SearchedIdentity> kept = new LinkedHashMap<>();

    /** Keeps a search and names it; nothing is kept of an empty one. */
    synchronized Optional<String> keep(SearchedIdentity identity) {
        if (identity.any()) {
            return Optional.empty();
        }
        String name = Long.toString(RANDOM.nextLong() >>> 1, Character.MAX_RADIX);
        kept.put(name, identity);
        kept.keySet().stream().limit(Math.max(0, kept.size() - MOST)).toList().forEach(kept::remove);
        return Optional.of(name);
    }

    /** What was searched for, or nothing when the session does not know the name (any more). */
    synchronized Optional<SearchedIdentity> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }
}
