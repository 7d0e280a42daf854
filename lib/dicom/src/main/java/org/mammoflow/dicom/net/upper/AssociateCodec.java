package org.mammoflow.dicom.net.upper;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mammoflow.dicom.data.Uid;

/** A-ASSOCIATE-RQ and A-ASSOCIATE-AC between bytes and records (PS3.8 9.3.2, 9.3.3). */
final class AssociateCodec {

    /** The longest variable field that is read: 128 contexts with a dozen transfer syntaxes each fit in. */
    static final int MAXIMUM_LENGTH = 64 * 1024;

    private static final int APPLICATION_CONTEXT = 0x10;
    private static final int PROPOSED_CONTEXT = 0x20;
    private static final int CONTEXT_RESULT = 0x21;
    private static final int ABSTRACT_SYNTAX = 0x30;
    private static final int TRANSFER_SYNTAX = 0x40;

    private AssociateCodec() {}

    static AssociateRq decodeRq(ByteBuffer variableField) throws MalformedPduException {
        ItemReader in = new ItemReader(variableField);
        int version = in.uint16();
        in.skip(2);
        String called = in.aeTitle();
        String calling = in.aeTitle();
        in.skip(32);
        String applicationContext = "";
        List<ProposedContext> contexts = new ArrayList<>();
        UserInformation user = UserInformation.of(0);
        while (in.hasMore()) {
            int type = in.uint8();
            ItemReader body = in.itemBody();
            switch (type) {
                case APPLICATION_CONTEXT -> applicationContext = body.uid();
                case PROPOSED_CONTEXT -> contexts.add(proposedContext(body));
                case UserInformationCodec.USER_INFORMATION -> user = UserInformationCodec.decode(body);
                default -> {
                    // PS3.8 9.3.1: items that are not recognized are ignored.
                }
            }
        }
        return new AssociateRq(version, called, calling, applicationContext, contexts, user);
    }

    /** The rules for presentation contexts; apart from decoding, since a rejection goes before them. */
    static void checkContexts(AssociateRq request) throws MalformedPduException {
        if (request.contexts().isEmpty()) {
            throw new MalformedPduException("no presentation context");
        }
        Set<Integer> seen = new HashSet<>();
        for (ProposedContext context : request.contexts()) {
            check(context.id() % 2 == 1, "presentation context id " + context.id() + " is even");
            check(seen.add(context.id()), "presentation context id " + context.id() + " twice");
            check(!context.abstractSyntax().isEmpty(), "a presentation context without abstract syntax");
            check(!context.transferSyntaxes().isEmpty(), "a presentation context without transfer syntax");
        }
    }

    private static void check(boolean rule, String broken) throws MalformedPduException {
        if (!rule) {
            throw new MalformedPduException(broken);
        }
    }

    private static ProposedContext proposedContext(ItemReader in) throws MalformedPduException {
        int id = in.uint8();
        in.skip(3);
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.uint8();
            ItemReader body = in.itemBody();
            if (type == ABSTRACT_SYNTAX) {
                abstractSyntax = body.uid();
            } else if (type == TRANSFER_SYNTAX) {
                transferSyntaxes.add(body.uid());
            }
        }
        return new ProposedContext(id, abstractSyntax, transferSyntaxes);
    }

    static AssociateAc decodeAc(ByteBuffer variableField) throws MalformedPduException {
        ItemReader in = new ItemReader(variableField);
        in.skip(4);
        String called = in.aeTitle();
        String calling = in.aeTitle();
        in.skip(32);
        List<ContextResult> contexts = new ArrayList<>();
        UserInformation user = UserInformation.of(0);
        while (in.hasMore()) {
            int type = in.uint8();
            ItemReader body = in.itemBody();
            if (type == CONTEXT_RESULT) {
                contexts.add(contextResult(body));
            } else if (type == UserInformationCodec.USER_INFORMATION) {
                user = UserInformationCodec.decode(body);
            }
        }
        return new AssociateAc(called, calling, contexts, user);
    }

    private static ContextResult contextResult(ItemReader in) throws MalformedPduException {
        int id = in.uint8();
        in.skip(1);
        int result = in.uint8();
        in.skip(1);
        String transferSyntax = "";
        while (in.hasMore()) {
            int type = in.uint8();
            ItemReader body = in.itemBody();
            if (type == TRANSFER_SYNTAX) {
                transferSyntax = body.uid();
            }
        }
        return new ContextResult(id, result, transferSyntax);
    }

    static byte[] encode(AssociateRq request) {
        ItemWriter out = new ItemWriter();
        out.uint16(request.protocolVersion()).zeros(2);
        out.aeTitle(request.calledAeTitle()).aeTitle(request.callingAeTitle()).zeros(32);
        out.textItem(APPLICATION_CONTEXT, request.applicationContext());
        request.contexts()
                .forEach(context -> out.item(PROPOSED_CONTEXT, item -> {
                    item.uint8(context.id()).zeros(3).textItem(ABSTRACT_SYNTAX, context.abstractSyntax());
                    context.transferSyntaxes().forEach(syntax -> item.textItem(TRANSFER_SYNTAX, syntax));
                }));
        UserInformationCodec.encode(request.user(), out);
        return out.toPdu(PduType.ASSOCIATE_RQ);
    }

    static byte[] encode(AssociateAc accept) {
        ItemWriter out = new ItemWriter();
        out.uint16(1).zeros(2);
        out.aeTitle(accept.calledAeTitle()).aeTitle(accept.callingAeTitle()).zeros(32);
        out.textItem(APPLICATION_CONTEXT, Uid.DICOM_APPLICATION_CONTEXT);
        accept.contexts()
                .forEach(context -> out.item(
                        CONTEXT_RESULT,
                        item -> item.uint8(context.id())
                                .zeros(1)
                                .uint8(context.result())
                                .zeros(1)
                                .textItem(TRANSFER_SYNTAX, context.transferSyntax())));
        UserInformationCodec.encode(accept.user(), out);
        return out.toPdu(PduType.ASSOCIATE_AC);
    }
}
