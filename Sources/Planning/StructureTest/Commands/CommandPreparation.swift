import Diagnostics
import Expectation
import Source

/// How a command test is run: its words and variables with all references replaced, and its container.
struct CommandPreparation {
  /// The original has no limit, and waits for ever.
  private static let timeout = 120.0

  private let test: CommandTest
  private let suite: TestSuite
  private let surroundings: Surroundings
  private let settings: StructureTestSettings
  /// The test's variables as a setup command finds them, and bakes them into the image of the test.
  private let baked: [String: String]

  init(
    _ test: CommandTest, _ suite: TestSuite, _ surroundings: Surroundings, _ settings: StructureTestSettings
  ) {
    self.test = test
    self.suite = suite
    self.surroundings = surroundings
    self.settings = settings
    var baked: [String: String] = [:]
    if !test.setup.isEmpty {
      for variable in test.variables { baked[variable.key] = surroundings.expand(variable.value).text }
    }
    self.baked = baked
  }

  private var options: RunOptions? { suite.options }

  /// Program and arguments, references replaced.
  var words: [String] { expansions.map(\.text) }

  private var expansions: [GoExpansion] {
    test.words.map { word in
      GoExpansion(word.value) { baked[$0] ?? surroundings.referenced[ExactText($0)] }
    }
  }

  /// What the test's program has besides the image's own variables.
  var environment: [String: String] {
    var all = suite.version == .first && test.setup.isEmpty ? [:] : surroundings.global
    all.merge(baked) { $1 }
    all.merge(surroundings.given) { $1 }
    if !losesVariables {
      all.merge(test.variables.map { ($0.key, $0.value) }) { $1 }
    }
    return all
  }

  private var losesVariables: Bool { settings.isStrict && options?.isSet == true }

  /// What to run.
  func request(id: String) -> CommandRequest {
    // The original hands what `containerRunOptions` brings to the test's own program alone.
    let given = settings.isStrict ? [:] : surroundings.given
    let setup = test.setup.map { words in
      call(words, surroundings.global.merging(given) { $1 }.merging(baked) { $1 })
    }
    let sandbox = CommandSandbox(
      setup: setup, isPrivileged: options?.isPrivileged ?? false,
      // The original names them to the daemon in a way that it does not hear.
      capabilities: settings.isStrict ? [] : (options?.capabilities ?? []).map(\.value),
      mounts: (options?.mounts ?? []).compactMap { Mount($0.value) }
        .map {
          CommandSandbox.Mount(source: $0.source, destination: $0.destination, isReadOnly: $0.isReadOnly)
        },
      hasTerminal: options?.terminal?.value ?? false, tellsUnstarted: true, keepsVolumes: !settings.isStrict)
    return CommandRequest(id: id, call: call(words, environment), sandbox: sandbox)
  }

  private func call(_ words: [String], _ environment: [String: String]) -> CommandCall {
    CommandCall(words, user: options?.user, environment: environment, timeout: Self.timeout)
  }

  /// What is to be said of the test before it runs.
  var remarks: [Diagnostic] {
    var remarks: [Diagnostic] = []
    for (word, expansion) in zip(test.words, expansions) {
      remarks += expansion.references.compactMap { remark($0, at: word.location) }
    }
    if let volume = surroundings.volumes.first, !test.setup.isEmpty {
      remarks.append(
        Diagnostic(
          "cst/lost-volume", .warning,
          settings.isStrict
            ? "what the setup leaves in a volume of the image (`\(volume)`) is lost, as in container-structure-test"
            : "what the setup leaves in a volume of the image (`\(volume)`) is lost to container-structure-test; here it is kept",
          at: test.head.origin))
    }
    if !surroundings.given.isEmpty, !test.setup.isEmpty {
      remarks.append(
        Diagnostic(
          "cst/test-only-variables", .warning,
          settings.isStrict
            ? "the setup does not have the variables of `containerRunOptions`, as in container-structure-test"
            : "container-structure-test hands the variables of `containerRunOptions` to the test's own program alone; here the setup has them, too",
          at: test.head.origin, help: "put what the setup wants into `globalEnvVars`"))
    }
    if let first = options?.capabilities.first {
      remarks.append(
        Diagnostic(
          "cst/ignored-capabilities", .warning,
          settings.isStrict
            ? "capabilities are not added, as container-structure-test does not"
            : "container-structure-test does not add capabilities; here they are added", at: first.location))
    }
    if let first = test.variables.first, options?.isSet == true {
      remarks.append(
        Diagnostic(
          "cst/dropped-variables", .warning,
          settings.isStrict
            ? "the test's variables are dropped, as container-structure-test does under `containerRunOptions`"
            : "container-structure-test drops the test's variables under `containerRunOptions`; here they are set",
          at: first.location, help: "put them into `globalEnvVars`"))
    }
    return remarks
  }

  /// A word on a reference that does not come to what its writer meant.
  private func remark(_ reference: GoExpansion.Reference, at location: Location) -> Diagnostic? {
    let own = test.variables.last { $0.key == reference.name }
    let replacement: String
    switch (reference.value, own) {
    case (nil, _): replacement = "nothing, since the image has no variable of that name"
    case (let value?, let own?) where value != own.value:
      replacement = "the image's `\(value)`, not by the test's own value"
    default: return nil
    }
    return Diagnostic(
      "cst/eaten-reference", .warning,
      "`\(reference.text)` is replaced before the command runs, by \(replacement)", at: location,
      help: "nothing protects a `$` here: put the command into a script of the image")
  }
}
