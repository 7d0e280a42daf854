package org.mammoflow.dicom.net.storage;

/** The contract on the toolkit of this module. */
class BuiltinStackTest implements StorageContract {

    @Override
    public StorageStack stack() {
        return StorageStack.named(StorageStack.BUILTIN);
    }
}
