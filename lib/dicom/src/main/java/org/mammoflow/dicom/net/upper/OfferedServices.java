package org.mammoflow.dicom.net.upper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an acceptor agrees to.
 *
 * @param transferSyntaxes for every abstract syntax the transfer syntaxes, the preferred one first
 * @param extended answers SOP class extended negotiation; empty leaves the proposal unanswered
 */
public record OfferedServices(
        Map<String, List<String>> transferSyntaxes,
        Function<ExtendedNegotiation, Optional<ExtendedNegotiation>> extended) {

    public OfferedServices {
        transferSyntaxes = Map.copyOf(transferSyntaxes);
    }

    List<ContextResult> answer(List<ProposedContext> proposed) {
        return proposed.stream().map(this::answer).toList();
    }

    private ContextResult answer(ProposedContext proposed) {
        List<String> offered = transferSyntaxes.get(proposed.abstractSyntax());
        String first = proposed.transferSyntaxes().get(0);
        if (offered == null) {
            return new ContextResult(proposed.id(), ContextResult.ABSTRACT_SYNTAX_NOT_SUPPORTED, first);
        }
        return offered.stream()
                .filter(proposed.transferSyntaxes()::contains)
                .findFirst()
                .map(chosen -> new ContextResult(proposed.id(), ContextResult.ACCEPTANCE, chosen))
                .orElse(new ContextResult(proposed.id(), ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED, first));
    }

    static Map<Integer, AcceptedContext> accepted(List<ProposedContext> proposed, List<ContextResult> results) {
        Map<Integer, AcceptedContext> accepted = new LinkedHashMap<>();
        for (ContextResult result : results) {
            if (result.result() == ContextResult.ACCEPTANCE) {
                proposed.stream()
                        .filter(context -> context.id() == result.id())
                        .findFirst()
                        .ifPresent(context -> accepted.put(
                                context.id(),
                                new AcceptedContext(context.id(), context.abstractSyntax(), result.transferSyntax())));
            }
        }
        return accepted;
    }

    UserInformation answer(UserInformation proposed, int maximumLength) {
        List<RoleSelection> roles = new ArrayList<>();
        for (RoleSelection role : proposed.roles()) {
            if (transferSyntaxes.containsKey(role.sopClassUid())) {
                // We are the SCP here; a requestor that wants to be SCP itself finds no SCU.
                roles.add(new RoleSelection(role.sopClassUid(), role.scu(), false));
            }
        }
        List<ExtendedNegotiation> answers = proposed.extended().stream()
                .map(extended)
                .flatMap(Optional::stream)
                .toList();
        return new UserInformation(
                maximumLength,
                Implementation.OURS,
                proposed.asynchronousOperations().map(window -> AsynchronousOperations.SYNCHRONOUS),
                roles,
                answers,
                Optional.empty());
    }
}
