package org.mammoflow.desk;

/** How bright the pages are; images are on black in each. The names are stored: never rename one. */
public enum Theme {
    /** For reading rooms. */
    DARK,
    LIGHT,
    /** What the browser asks for; until somebody chooses. */
    SYSTEM
}
