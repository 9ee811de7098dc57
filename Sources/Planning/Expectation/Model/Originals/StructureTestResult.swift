/// What container-structure-test says of one test, which may be several assertions of ours.
package struct StructureTestResult: Sendable, Hashable {
  /// Where it stands in the original's report: by the order of the files that are named, then by kinds of tests.
  package struct Place: Sendable, Hashable, Comparable {
    package let file: Int
    package let test: Int

    package init(file: Int, test: Int) {
      self.file = file
      self.test = test
    }

    package static func < (a: Place, b: Place) -> Bool { (a.file, a.test) < (b.file, b.test) }
  }

  package let place: Place
  /// `File Existence Test: passwd`.
  package let name: String
  /// Why it failed, one text each; none where it passed.
  package let errors: [String]
  package let output: [UInt8]
  package let error: [UInt8]
  /// Nanoseconds that its command took; 0 for all other tests.
  package let duration: Int

  package init(
    place: Place, name: String, errors: [String], output: [UInt8] = [], error: [UInt8] = [], duration: Int = 0
  ) {
    self.place = place
    self.name = name
    self.errors = errors
    self.output = output
    self.error = error
    self.duration = duration
  }
}
