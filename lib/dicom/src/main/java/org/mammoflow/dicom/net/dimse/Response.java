package org.mammoflow.dicom.net.dimse;

/**
 * What the responses of all operations share (PS3.7 9.3, 10.3).
 *
 * @param status see {@link Status} and the service classes
 * @param errorComment empty for none
 * @param dataSetFollows for C-FIND with status pending
 */
public record Response(
        int commandField, int messageIdBeingRespondedTo, int status, String errorComment, boolean dataSetFollows) {

    private static final int ERROR_COMMENT_LENGTH = 64;

    /** Reads a response; one without status is malformed. */
    public static Response of(CommandSet command) throws MalformedCommandException {
        return new Response(
                command.commandField(),
                command.number(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO).orElse(0),
                command.number(CommandElement.STATUS)
                        .orElseThrow(() -> new MalformedCommandException("response without Status (0000,0900)")),
                command.text(CommandElement.ERROR_COMMENT).orElse(""),
                command.hasDataSet());
    }

    /** Success in answer to a request. */
    public static CommandSet success(CommandSet request) {
        return answer(request, Status.SUCCESS, "");
    }

    /**
     * The answer to a request, repeating its UIDs and its type id.
     *
     * @param errorComment cut to 64 characters; empty for none; never names a patient
     */
    public static CommandSet answer(CommandSet request, int status, String errorComment) {
        CommandSet response = new CommandSet(request.commandField() | CommandField.RESPONSE);
        repeat(request, CommandElement.AFFECTED_SOP_CLASS_UID, response, CommandElement.AFFECTED_SOP_CLASS_UID);
        repeat(request, CommandElement.REQUESTED_SOP_CLASS_UID, response, CommandElement.AFFECTED_SOP_CLASS_UID);
        repeat(request, CommandElement.AFFECTED_SOP_INSTANCE_UID, response, CommandElement.AFFECTED_SOP_INSTANCE_UID);
        repeat(request, CommandElement.REQUESTED_SOP_INSTANCE_UID, response, CommandElement.AFFECTED_SOP_INSTANCE_UID);
        request.number(CommandElement.ACTION_TYPE_ID)
                .ifPresent(type -> response.put(CommandElement.ACTION_TYPE_ID, type));
        request.number(CommandElement.EVENT_TYPE_ID)
                .ifPresent(type -> response.put(CommandElement.EVENT_TYPE_ID, type));
        request.number(CommandElement.MESSAGE_ID)
                .ifPresent(id -> response.put(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO, id));
        if (!errorComment.isEmpty()) {
            response.putText(CommandElement.ERROR_COMMENT, cut(errorComment));
        }
        return response.put(CommandElement.STATUS, status).withDataSet(false);
    }

    /** A C-FIND response with status pending, which a data set with one match follows. */
    public static CommandSet pending(CommandSet request) {
        return answer(request, Status.PENDING, "").withDataSet(true);
    }

    private static void repeat(CommandSet from, CommandElement source, CommandSet to, CommandElement target) {
        from.text(source).ifPresent(uid -> to.putUid(target, uid));
    }

    private static String cut(String comment) {
        return comment.length() <= ERROR_COMMENT_LENGTH ? comment : comment.substring(0, ERROR_COMMENT_LENGTH);
    }
}
