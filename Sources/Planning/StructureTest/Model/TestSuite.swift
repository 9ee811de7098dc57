/// All tests of a file.
struct TestSuite: Sendable {
  let version: SchemaVersion
  /// Variables of the containers of all tests that have one.
  var variables: [Variable] = []
  var commands: [CommandTest] = []
  var contents: [ContentTest] = []
  var existences: [ExistenceTest] = []
  var licenses: [LicenseTest] = []
  var metadata: MetadataTest?
  var options: RunOptions?

  /// Whether nothing is tested.
  var isEmpty: Bool {
    commands.isEmpty && contents.isEmpty && existences.isEmpty && licenses.isEmpty
      && metadata?.isEmpty ?? true
  }
}
