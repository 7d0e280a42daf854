package org.mammoflow.dicom.net.upper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user information item and its sub-items (PS3.8 Annex D.1, PS3.7 D.3.3). */
final class UserInformationCodec {

    static final int USER_INFORMATION = 0x50;
    private static final int MAXIMUM_LENGTH = 0x51;
    private static final int IMPLEMENTATION_CLASS_UID = 0x52;
    private static final int ASYNCHRONOUS_OPERATIONS = 0x53;
    private static final int ROLE_SELECTION = 0x54;
    private static final int IMPLEMENTATION_VERSION_NAME = 0x55;
    private static final int EXTENDED_NEGOTIATION = 0x56;
    private static final int USER_IDENTITY_RQ = 0x58;

    private int maximumLength;
    private String implementationClassUid = "";
    private String implementationVersionName = "";
    private Optional<AsynchronousOperations> asynchronousOperations = Optional.empty();
    private final List<RoleSelection> roles = new ArrayList<>();
    private final List<ExtendedNegotiation> extended = new ArrayList<>();
    private Optional<UserIdentity> identity = Optional.empty();

    private UserInformationCodec() {}

    static UserInformation decode(ItemReader in) throws MalformedPduException {
        UserInformationCodec codec = new UserInformationCodec();
        while (in.hasMore()) {
            codec.subItem(in.uint8(), in.itemBody());
        }
        return codec.result();
    }

    static void encode(UserInformation user, ItemWriter out) {
        out.item(USER_INFORMATION, body -> encodeSubItems(user, body));
    }

    private void subItem(int type, ItemReader body) throws MalformedPduException {
        switch (type) {
            case MAXIMUM_LENGTH -> maximumLength = body.int32();
            case IMPLEMENTATION_CLASS_UID -> implementationClassUid = body.uid();
            case IMPLEMENTATION_VERSION_NAME -> implementationVersionName = body.text(body.remaining());
            case ASYNCHRONOUS_OPERATIONS ->
                asynchronousOperations = Optional.of(new AsynchronousOperations(body.uint16(), body.uint16()));
            case ROLE_SELECTION ->
                roles.add(new RoleSelection(body.uid(body.uint16()), body.uint8() == 1, body.uint8() == 1));
            case EXTENDED_NEGOTIATION -> extended.add(extendedNegotiation(body));
            case USER_IDENTITY_RQ -> identity = Optional.of(new UserIdentity(body.uint8(), body.uint8() == 1));
            default -> {
                // PS3.8 9.3.1: items that are not recognized are ignored.
            }
        }
    }

    private static ExtendedNegotiation extendedNegotiation(ItemReader body) throws MalformedPduException {
        String sopClassUid = body.uid(body.uint16());
        List<Byte> information = new ArrayList<>();
        for (byte b : body.text(body.remaining()).getBytes(StandardCharsets.ISO_8859_1)) {
            information.add(b);
        }
        return new ExtendedNegotiation(sopClassUid, information);
    }

    private UserInformation result() {
        return new UserInformation(
                maximumLength,
                new Implementation(implementationClassUid, implementationVersionName),
                asynchronousOperations,
                roles,
                extended,
                identity);
    }

    private static void encodeSubItems(UserInformation user, ItemWriter out) {
        out.item(MAXIMUM_LENGTH, item -> item.int32(user.maximumLength()));
        out.textItem(IMPLEMENTATION_CLASS_UID, user.implementation().classUid());
        user.asynchronousOperations()
                .ifPresent(window -> out.item(
                        ASYNCHRONOUS_OPERATIONS,
                        item -> item.uint16(window.invoked()).uint16(window.performed())));
        user.roles()
                .forEach(role -> out.item(
                        ROLE_SELECTION,
                        item -> item.lengthAndText(role.sopClassUid())
                                .uint8(role.scu() ? 1 : 0)
                                .uint8(role.scp() ? 1 : 0)));
        if (!user.implementation().versionName().isEmpty()) {
            out.textItem(IMPLEMENTATION_VERSION_NAME, user.implementation().versionName());
        }
        user.extended()
                .forEach(extension -> out.item(EXTENDED_NEGOTIATION, item -> {
                    item.lengthAndText(extension.sopClassUid());
                    extension.information().forEach(item::uint8);
                }));
    }
}
