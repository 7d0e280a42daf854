package org.mammoflow.dicom.image;

import java.util.Optional;

/**
 * A window (PS3.3 C.11.2.1.2) that can be applied: its numbers are finite and its width is one that the function allows.
 *
 * @param center in values that left the modality transformation
 * @param width at least 1 for {@link Function#LINEAR}, above 0 for the others
 */
public record VoiWindow(double center, double width, Function function, String explanation)
        implements VoiTransformation {

    /** VOI LUT Function (0028,1056). */
    public enum Function {
        LINEAR {
            @Override
            double brightness(double value, double center, double width) {
                double position = value - (center - 0.5);
                if (position <= -(width - 1) / 2) {
                    return 0;
                }
                return position > (width - 1) / 2 ? 1 : position / (width - 1) + 0.5;
            }
        },
        LINEAR_EXACT {
            @Override
            double brightness(double value, double center, double width) {
                double position = value - center;
                if (position <= -width / 2) {
                    return 0;
                }
                return position > width / 2 ? 1 : position / width + 0.5;
            }
        },
        SIGMOID {
            @Override
            double brightness(double value, double center, double width) {
                return 1 / (1 + Math.exp(-4 * (value - center) / width));
            }
        };

        /** By its defined term; LINEAR for an absent or unknown one, as the standard's default. */
        public static Function of(String term) {
            return switch (term.strip()) {
                case "LINEAR_EXACT" -> LINEAR_EXACT;
                case "SIGMOID" -> SIGMOID;
                default -> LINEAR;
            };
        }

        abstract double brightness(double value, double center, double width);

        private boolean allows(double width) {
            return this == LINEAR ? width >= 1 : width > 0;
        }
    }

    public VoiWindow {
        if (!Double.isFinite(center) || !Double.isFinite(width) || !function.allows(width)) {
            throw new IllegalArgumentException("window center " + center + ", width " + width + " for " + function);
        }
    }

    /** The window, unless its numbers break the rules. */
    static Optional<VoiWindow> of(double center, double width, Function function, String explanation) {
        boolean usable = Double.isFinite(center) && Double.isFinite(width) && function.allows(width);
        return usable ? Optional.of(new VoiWindow(center, width, function, explanation)) : Optional.empty();
    }

    @Override
    public double brightness(double value) {
        return function.brightness(value, center, width);
    }
}
