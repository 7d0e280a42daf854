package org.mammoflow.inference;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.mammoflow.classifier.Device;
import org.mammoflow.platform.Setting;
import org.mammoflow.platform.WrongSetting;

/**
 * @param models the folder of all networks
 * @param network the active network until administrators have chosen one, as {@code name/version} below the models
 * @param device where it computes
 * @param attempts how often a job is tried before it is parked as failed
 * @param lease how long one attempt may take before it counts as lost
 * @param late how long an opinion may be waited for before readers are told that it is late
 */
public record InferenceSettings(
        Path models, String network, Device device, int attempts, Duration lease, Duration late) {

    @Dependent
    static class Reader {

        @Produces
        @Singleton
        static InferenceSettings read() {
            Path models = Setting.folder("mammoflow.models");
            return new InferenceSettings(
                    models,
                    Setting.value("mammoflow.inference.network").orElseGet(() -> active(models)),
                    device(Setting.text("mammoflow.inference.device", "auto")),
                    (int) Setting.number("mammoflow.inference.attempts", 3, 1, 100),
                    Duration.ofSeconds(Setting.number("mammoflow.inference.lease-seconds", 300, 10, 86_400)),
                    Duration.ofSeconds(Setting.number("mammoflow.inference.late-seconds", 900, 1, 604_800)));
        }

        private static Device device(String text) {
            try {
                return Device.parse(text);
            } catch (IllegalArgumentException e) {
                throw new WrongSetting("mammoflow.inference.device", text, "auto, cpu or cuda:N");
            }
        }

        private static String active(Path models) {
            try {
                return Files.readString(models.resolve("active")).strip();
            } catch (IOException e) {
                throw new UncheckedIOException("no active network: " + models.resolve("active") + " not readable", e);
            }
        }
    }
}
