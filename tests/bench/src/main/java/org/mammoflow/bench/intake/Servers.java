package org.mammoflow.bench.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The servers that are compared. */
final class Servers {

    /** Before the data folder of a server that is running already. */
    private static final String RUNNING = "running:";

    /** System property: class path of dcm4che, its storescp and our adapter, none of which the default build has. */
    private static final String DCM4CHE = "bench.dcm4che";

    private final Path folder;

    Servers(Path folder) {
        this.folder = folder;
    }

    /** Those of these names that are installed. */
    List<Server> start(List<String> names) throws IOException, InterruptedException {
        List<Server> servers = new ArrayList<>();
        for (String name : names) {
            servers.add(start(name));
        }
        return servers;
    }

    private Server start(String name) throws IOException, InterruptedException {
        if (name.startsWith(RUNNING)) {
            Path home = Path.of(name.substring(RUNNING.length()));
            return Server.running("whole path in " + home.getFileName(), home);
        }
        Path own = folder.resolve(name);
        return switch (name) {
            case "limit" -> Server.start(name, "ANY", own, (port, dir) -> java(LimitServer.class, port, dir));
            case "mammoflow" -> bare(name, own, "hash-fsync", "builtin");
            case "mammoflow-cache" -> bare(name, own, "hash-cache-fsync", "builtin");
            case "mammoflow-nosync" -> bare(name, own, "hash", "builtin");
            case "mammoflow-plain" -> bare(name, own, "plain", "builtin");
            case "mammoflow-dcm4che" -> bare(name, own, "hash-fsync", "dcm4che");
            case "mammoflow-dcm4che-nosync" -> bare(name, own, "hash", "dcm4che");
            case "dcm4che-storescp" -> Server.start(name, "STORESCP", own, Servers::dcm4cheStorescp);
            case "storescp" ->
                Server.start(
                        name,
                        "STORESCP",
                        own,
                        (port, dir) -> List.of(
                                "storescp", "--fork", "+B", "--max-pdu", "131072", "-od", dir.toString(), "" + port));
            case "orthanc" -> Server.start(name, "ORTHANC", own, Servers::orthanc);
            default -> throw new IllegalArgumentException("no server named " + name);
        };
    }

    private static Server bare(String name, Path own, String care, String stack)
            throws IOException, InterruptedException {
        return Server.start(name, BareScp.AE_TITLE, own, (port, dir) -> java(BareScp.class, port, dir, care, stack));
    }

    private static List<String> java(Class<?> main, int port, Path dir, String... more) {
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + System.getProperty(DCM4CHE, "");
        List<String> command = javaCommand(classPath, main.getName());
        command.addAll(List.of("" + port, dir.toString()));
        command.addAll(List.of(more));
        return command;
    }

    private static List<String> dcm4cheStorescp(int port, Path dir) {
        String classPath = System.getProperty(DCM4CHE);
        if (classPath == null) {
            throw new IllegalArgumentException("-D" + DCM4CHE + "= names no class path");
        }
        List<String> command = javaCommand(classPath, "org.dcm4che3.tool.storescp.StoreSCP");
        command.addAll(List.of("-b", "STORESCP:" + port, "--max-pdulen-rcv", "131072", "--directory", dir.toString()));
        return command;
    }

    private static List<String> javaCommand(String classPath, String main) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                main));
    }

    /** Durable as it can be, and without the delay that Nagle's algorithm would give it. */
    private static List<String> orthanc(int port, Path dir) throws IOException {
        Path configuration = dir.resolve("orthanc.json");
        Files.writeString(configuration, """
                {"Name": "bench", "StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "HttpServerEnabled": false,
                 "DicomServerEnabled": true, "DicomAet": "ORTHANC", "DicomPort": %2$d, "DicomAlwaysAllowStore": true,
                 "DicomCheckCalledAet": false, "SyncStorageArea": true, "TcpNoDelay": true,
                 "MaximumPduLength": 131072, "StorageCompression": false, "StoreMD5ForAttachments": false,
                 "RemoteAccessAllowed": false, "DicomThreadsCount": 8}
                """.formatted(dir, port));
        return List.of("Orthanc", configuration.toString());
    }
}
