package org.mammoflow.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The entry: {@code java -jar mammoflow-cli.jar COMMAND …}. */
@Command(
        name = "mammoflow",
        description = "Tools of Mammoflow that need no running installation but may talk to one.",
        mixinStandardHelpOptions = true,
        version = "Mammoflow 0.1. Not a medical device.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            SendCommand.class,
            EchoCommand.class,
            PhantomCommand.class,
            TensorsCommand.class,
            VerifyCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and returns its exit code: 0 done, 1 refused or failed, 2 wrong command line. */
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setExecutionExceptionHandler(sayWhy());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine;
    }

    /** A problem that has a sentence is told by it; anything else is a defect and shows where. */
    private static IExecutionExceptionHandler sayWhy() {
        return (problem, command, parsed) -> {
            PrintWriter error = command.getErr();
            if (problem instanceof CannotContinue) {
                error.println(problem.getMessage());
            } else {
                problem.printStackTrace(error);
            }
            error.flush();
            return CommandLine.ExitCode.SOFTWARE;
        };
    }
}
