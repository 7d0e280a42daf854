package org.mammoflow.dicom.net.storage;

/** The contract on the toolkit of this module. */
class BuiltinStackTest extends StorageContract {

    BuiltinStackTest() {
        super(StorageStack.named(StorageStack.BUILTIN));
    }
}
