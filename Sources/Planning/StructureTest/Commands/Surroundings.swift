import Diagnostics
import Image
import Source

/// The variables that tests find, and those that references in them mean.
struct Surroundings {
  /// What a reference in a path or a command means: the image's variables with those of `globalEnvVars`.
  let referenced: [ExactText: String]
  /// What `globalEnvVars` adds to the environment of the programs of setup commands and, in version 2, of tests.
  let global: [String: String]
  /// What `containerRunOptions` adds: of the caller's environment and of a file.
  let given: [String: String]
  /// The folders of the image of which each container has its own.
  let volumes: [String]
  /// Why the original makes no container for any test that needs one; it says so in place of the test.
  let refusal: String?
  /// The same for tests whose container has no variables.
  let bareRefusal: String?
  /// Why the original cannot run command tests.
  let commandRefusal: String?
  /// What is to be said of the options.
  let remarks: [Diagnostic]

  init(of suite: TestSuite, in image: any ImageView, _ settings: StructureTestSettings) {
    var own: [ExactText: String] = [:]
    for (name, value) in (image.configuration.value?.environment ?? []).compactMap(\.assignment) {
      own[ExactText(name)] = value
    }
    var added: [ExactText: String] = [:]
    for variable in suite.variables where !variable.key.isEmpty {
      added[ExactText(variable.key)] = GoExpansion(variable.value) { own[ExactText($0)] }.text
    }
    volumes = image.configuration.value?.volumes ?? []
    let nameless = suite.variables.first { $0.key.isEmpty }
    func complaint(_ reason: String) -> String {
      "error setting env vars: Error creating container: \(reason)"
    }
    bareRefusal =
      settings.missingImage?.container ?? Self.mountRefusal(suite.options, settings).map(complaint)
    refusal =
      bareRefusal ?? nameless.map { complaint("API error (400): invalid environment variable: =\($0.value)") }
    global = Dictionary(added.map { ($0.text, $1) }) { $1 }
    // In version 1 they reach the containers of setup commands alone.
    referenced = suite.version == .first ? own : own.merging(added) { $1 }
    let handed = HandedVariables(suite.options, settings)
    given = handed.variables
    commandRefusal =
      settings.isStrict && handed.isShort
      ? "Error creating container: API error (400): invalid environment variable: " : nil
    remarks = handed.remarks
  }

  private static func mountRefusal(
    _ options: RunOptions?, _ settings: StructureTestSettings
  ) -> String? {
    guard settings.isStrict, settings.driver == .docker else { return nil }
    return (options?.mounts ?? []).lazy.compactMap { MountRefusal.reason(of: $0.value) }.first
  }

  /// Replaces the references in a text.
  func expand(_ text: String) -> GoExpansion { GoExpansion(text) { referenced[ExactText($0)] } }
}

/// What `containerRunOptions` hands on from outside.
private struct HandedVariables {
  private(set) var variables: [String: String] = [:]
  /// Whether a variable is named that the caller does not have.
  private(set) var isShort = false
  private(set) var remarks: [Diagnostic] = []

  init(_ options: RunOptions?, _ settings: StructureTestSettings) {
    if let file = options?.variablesFile {
      read(file, settings)
    }
    for name in options?.variables ?? [] {
      // The original takes an empty one for one that is not set.
      if let value = settings.environment[name.value], !settings.isStrict || !value.isEmpty {
        variables[name.value] = value
        continue
      }
      isShort = true
      remarks.append(
        Diagnostic(
          "cst/unset-variable", .warning,
          settings.isStrict
            ? "`\(name.value)` is not set here, and container-structure-test then starts no container"
            : "`\(name.value)` is not set here, so it is not handed on", at: name.location,
          help: "set it, or take it out"))
    }
  }

  private mutating func read(_ file: Located<String>, _ settings: StructureTestSettings) {
    func unread(_ reason: String, help: String) -> Diagnostic {
      Diagnostic(
        "cst/unread-variables", .warning, "the file `\(file.value)` \(reason), so it gives no variables",
        at: file.location, help: help)
    }
    guard let bytes = settings.file(file.value) else {
      remarks.append(unread("cannot be read", help: "its path is relative to the working directory"))
      return
    }
    do throws(VariablesFile.Fault) { variables = try VariablesFile.variables(bytes) } catch {
      let reason = "has a fault in line \(error.line) (\(error.reason))"
      remarks.append(unread(reason, help: "write `NAME=\"value\"`, one a line"))
    }
  }
}
