package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** Self-signed certificates of modalities, as dcmtk wants them. */
record Certificates(Path folder) {

    /** Makes NAME.key and NAME.pem. */
    Path make(String name) {
        Program.Outcome outcome = Program.run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-keyout",
                key(name).toString(),
                "-out",
                certificate(name).toString()));
        assertThat(outcome.exitStatus()).as(outcome.output()).isZero();
        return certificate(name);
    }

    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    Path certificate(String name) {
        return folder.resolve(name + ".pem");
    }
}
