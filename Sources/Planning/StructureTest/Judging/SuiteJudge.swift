import Diagnostics
import Expectation
import Image
import Source

/// Judges all tests of a file against one image, in the order in which the original runs them.
struct SuiteJudge {
  let suite: TestSuite
  let search: ImageSearch
  let settings: StructureTestSettings
  /// What the commands did, by the ids of their requests.
  let results: [String: CommandResult]
  let container: CreatedContainer
  let words: OriginalWords
  let surroundings: Surroundings

  init(
    suite: TestSuite, search: ImageSearch, settings: StructureTestSettings, results: [String: CommandResult]
  ) {
    self.suite = suite
    self.search = search
    self.settings = settings
    self.results = results
    let mounts = suite.options?.mounts ?? []
    container = CreatedContainer(
      Self.mounted(search.image, mounts.compactMap { Mount($0.value) }, settings), settings,
      volumes: settings.isStrict ? mounts.compactMap { Mount.volume(in: $0.value) } : [])
    words = OriginalWords(search.image, settings)
    surroundings = Surroundings(of: suite, in: search.image, settings)
  }

  /// An image with what the options mount; a folder of the host that cannot be looked at is one where nothing is told.
  private static func mounted(
    _ image: any ImageView, _ mounts: [Mount], _ settings: StructureTestSettings
  ) -> any ImageView {
    guard settings.driver == .docker, !mounts.isEmpty else { return image }
    return MountedImageView(
      image,
      mounts.map { mount in
        (mount.destination, Result { () throws(ImageError) in try settings.source(mount.source) })
      })
  }

  /// What becomes of each test.
  func runs() -> [TestRun] {
    var runs = suite.commands.enumerated().map { command($1, number: $0) }
    runs += suite.contents.map(content)
    runs += suite.existences.map(existence)
    runs += suite.licenses.map(license)
    if let test = suite.metadata, !test.isEmpty { runs.append(metadata(test)) }
    let remarks = surroundings.remarks + runs.filter(\.isDropped).flatMap(\.remarks)
    runs.removeAll(where: \.isDropped)
    if !runs.isEmpty { runs[0].remarks += remarks }
    return runs
  }

  /// The beginning of a test, or its end where it cannot be run.
  func start(_ head: TestHead, _ section: String, _ kind: String) -> (run: TestRun, isOver: Bool) {
    var run = TestRun(section: section, name: head.name, heading: "\(kind): \(head.name)", at: head.origin)
    for fault in head.faults { run.refuse(fault.message, at: fault.location) }
    if head.faults.isEmpty, let refusal = surroundings.refusal { run.refuse(refusal) }
    return (run, !head.faults.isEmpty || surroundings.refusal != nil)
  }

  func remark(_ rule: RuleID, _ message: String, at location: Location, help: String? = nil) -> Diagnostic {
    Diagnostic(rule, .warning, message, at: location, help: help)
  }
}
