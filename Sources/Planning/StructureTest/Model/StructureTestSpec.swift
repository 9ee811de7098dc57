package import Expectation
package import Image
package import Source

/// A file of container-structure-test.
package struct StructureTestSpec: Spec {
  enum Content: Sendable {
    /// It cannot be read: what the original says, and where.
    case broken(String, Location)
    case tests(TestSuite)
  }

  package let file: FileID
  package let digest: Digest
  let content: Content
  let settings: StructureTestSettings
  /// Its place among the files of a run.
  let number: Int

  init(
    _ file: FileID, digest: Digest, _ content: Content, _ settings: StructureTestSettings, number: Int
  ) {
    self.file = file
    self.digest = digest
    self.content = content
    self.settings = settings
    self.number = number
  }

  /// A file that is not there to be read: `message` as the original says it.
  package init(
    unreadable file: FileID, saying message: String, _ settings: StructureTestSettings, number: Int
  ) {
    self.init(
      file, digest: Digest(of: []), .broken(message, Location(file, ByteRange(at: 0))), settings,
      number: number)
  }

  package var dialect: Outcome.Dialect { .cst }

  package func commands(in search: ImageSearch) -> [CommandRequest] {
    guard case .tests(let suite) = content, settings.driver == .docker || !settings.isStrict else {
      return []
    }
    let surroundings = Surroundings(of: suite, in: search.image, settings)
    return suite.commands.enumerated().compactMap { number, test in
      guard test.head.faults.isEmpty, surroundings.refusal == nil else { return nil }
      return CommandPreparation(test, suite, surroundings, settings).request(id: Self.id(ofCommand: number))
    }
  }

  package func outcomes(in search: ImageSearch, commands results: [String: CommandResult]) -> [Outcome] {
    switch content {
    case .broken(let message, let place):
      var run = TestRun(section: "schemaVersion", name: "", heading: "", at: place)
      run.refuse("error parsing config file: \(message)")
      return run.outcomes(number: 0, of: number)
    case .tests(let suite):
      return SuiteJudge(suite: suite, search: search, settings: settings, results: results).runs()
        .enumerated().flatMap { $1.outcomes(number: $0, of: number) }
    }
  }

  static func id(ofCommand number: Int) -> String { "commandTests:\(number)" }
}
