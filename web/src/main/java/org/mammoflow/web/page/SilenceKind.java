package org.mammoflow.web.page;

import java.util.List;

/** Why there is no opinion of the network, as the list of such images is divided. The names are in addresses. */
enum SilenceKind {
    FAILED,
    /** Still to come, for longer than the site is used to; of those that wait or are in work. */
    LATE,
    /** A second object came under the identifier of a stored one, and only the first was judged. */
    CONFLICT,
    UNSUITABLE,
    WAITING,
    RUNNING;

    /** What somebody must do something about comes first. */
    static final List<SilenceKind> TO_OPEN_ON = List.of(FAILED, LATE, CONFLICT, UNSUITABLE, WAITING);
}
