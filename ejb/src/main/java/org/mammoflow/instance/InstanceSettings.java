package org.mammoflow.instance;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.mammoflow.platform.Setting;

/**
 * @param folder where the stored objects are
 * @param watermarkBytes with less free disk than this, new objects are refused (0xA700) while there is still room to work
 */
public record InstanceSettings(Path folder, long watermarkBytes) {

    @Dependent
    static class Reader {

        @Produces
        @Singleton
        static InstanceSettings read() {
            return new InstanceSettings(
                    Setting.folder("mammoflow.home").resolve("instances"),
                    Setting.number("mammoflow.disk.watermark-mb", 1024, 0, 1 << 30) << 20);
        }
    }
}
