package org.mammoflow.dicom.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The value representations of PS3.5 6.2. */
public enum Vr {
    AE(Content.TEXT, 1),
    AS(Content.TEXT, 1),
    AT(Content.INTEGERS, 2),
    CS(Content.TEXT, 1),
    DA(Content.TEXT, 1),
    DS(Content.TEXT, 1),
    DT(Content.TEXT, 1),
    FD(Content.FLOATS, 8),
    FL(Content.FLOATS, 4),
    IS(Content.TEXT, 1),
    LO(Content.TEXT, 1),
    LT(Content.TEXT, 1),
    OB(Content.BYTES, 1),
    OD(Content.BYTES, 8),
    OF(Content.BYTES, 4),
    OL(Content.BYTES, 4),
    OV(Content.BYTES, 8),
    OW(Content.BYTES, 2),
    PN(Content.TEXT, 1),
    SH(Content.TEXT, 1),
    SL(Content.INTEGERS, 4),
    SQ(Content.ITEMS, 1),
    SS(Content.INTEGERS, 2),
    ST(Content.TEXT, 1),
    SV(Content.INTEGERS, 8),
    TM(Content.TEXT, 1),
    UC(Content.TEXT, 1),
    UI(Content.TEXT, 1),
    UL(Content.INTEGERS, 4),
    UN(Content.BYTES, 1),
    UR(Content.TEXT, 1),
    US(Content.INTEGERS, 2),
    UT(Content.TEXT, 1),
    UV(Content.INTEGERS, 8);

    enum Content {
        TEXT,
        INTEGERS,
        FLOATS,
        BYTES,
        ITEMS
    }

    private static final Map<Integer, Vr> BY_CODE = new HashMap<>();

    static {
        for (Vr vr : values()) {
            BY_CODE.put(vr.name().charAt(0) << 8 | vr.name().charAt(1), vr);
        }
    }

    private final Content content;
    private final int unit;

    Vr(Content content, int unit) {
        this.content = content;
        this.unit = unit;
    }

    /** The representation that two characters of an explicit VR header name. */
    static Optional<Vr> of(int first, int second) {
        return Optional.ofNullable(BY_CODE.get(first << 8 | second));
    }

    public boolean isText() {
        return content == Content.TEXT;
    }

    /** Whether the value is binary numbers: AT, FD, FL, SL, SS, SV, UL, US, UV. */
    public boolean isNumeric() {
        return content == Content.INTEGERS || content == Content.FLOATS;
    }

    boolean isInteger() {
        return content == Content.INTEGERS;
    }

    /** Whether values are written in the Specific Character Set (0008,0005). */
    public boolean usesCharacterSet() {
        return switch (this) {
            case LO, LT, PN, SH, ST, UC, UT -> true;
            default -> false;
        };
    }

    /** Whether a backslash separates values of this representation. */
    boolean isSeparated() {
        return isText() && !isParagraph() && this != UR;
    }

    /** Whether line ends and leading blanks belong to the text. */
    boolean isParagraph() {
        return this == LT || this == ST || this == UT;
    }

    /** Bytes of one number, which is what changes with the byte order. */
    int unit() {
        return unit;
    }

    /** Bytes of one value: a number, or the two halves of a tag. */
    int valueLength() {
        return this == AT ? 4 : unit;
    }

    boolean isUnsigned() {
        return switch (this) {
            case US, UL, UV, AT, OB, OW, OL, OV, UN -> true;
            default -> false;
        };
    }

    /** Whether an explicit VR header carries a length of 32 bits (PS3.5 7.1.2). */
    boolean hasLongLength() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            default -> false;
        };
    }

    byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }
}
