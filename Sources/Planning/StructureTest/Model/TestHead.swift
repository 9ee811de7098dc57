import Source

/// What every test has: its name, where it stands, and what is wrong with how it is written.
struct TestHead: Sendable {
  /// Why a test cannot be run, in the words of the original.
  struct Fault: Sendable, Hashable {
    let message: String
    let location: Location
  }

  let name: String
  /// The place of the name, or of the test where it has none.
  let origin: Location
  var faults: [Fault] = []
}
