import DataSyntax
import Diagnostics
import Source

extension SuiteBuilder {
  mutating func existence(_ part: Part) -> ExistenceTest {
    var head = head(part)
    let path = pathOfExistence(part, &head)
    let isLenient = syntax == .json && settings.isStrict
    warnOfDefaults(part)
    let presence = part.truth("shouldExist")
    func owner(_ name: String) -> Located<Int>? {
      guard version == .second else { return nil }
      guard let number = part.number(name) else { return isLenient ? Located(0, at: part.location) : nil }
      return number.value == -1 ? nil : number
    }
    return ExistenceTest(
      head: head, path: path, shouldExist: presence?.value ?? !isLenient,
      presencePlace: presence?.location ?? path.location, permissions: part.text("permissions"),
      owner: owner("uid"), group: owner("gid"), executableBy: part.text("isExecutableBy"))
  }

  /// The original means to refuse an existence test of version 1 without a path, and runs it.
  private mutating func pathOfExistence(_ part: Part, _ head: inout TestHead) -> Located<String> {
    guard version == .first, settings.isStrict, part.text("path") == nil else { return path(part, &head) }
    warn(
      "cst/empty-path", "the test names no path, and container-structure-test runs it all the same",
      at: part["path"]?.location ?? part.location, help: "write `path: /…`")
    return Located("", at: head.origin)
  }

  /// What JSON leaves out counts as `false` and 0 in the original, where YAML has other defaults.
  private mutating func warnOfDefaults(_ part: Part) {
    guard syntax == .json else { return }
    let names = version == .first ? ["shouldExist"] : ["shouldExist", "uid", "gid"]
    let missing = names.filter { part[$0] == nil }
    guard !missing.isEmpty else { return }
    let list = missing.map { "`\($0)`" }.joined(separator: ", ")
    let verb = missing.count == 1 ? "is" : "are"
    let value = missing.contains("shouldExist") ? "`false`" : "0"
    let reading = settings.isStrict ? "so it is here" : "not so here"
    warn(
      "cst/json-default",
      "\(list) \(verb) left out, which counts as \(value) in JSON to container-structure-test; \(reading)",
      at: part.location, help: "write `\"shouldExist\": true, \"uid\": -1, \"gid\": -1`, or use YAML")
  }

  mutating func content(_ part: Part) -> ContentTest {
    var head = head(part)
    let path = path(part, &head)
    return ContentTest(
      head: head, path: path, expected: patterns(part, "expectedContents"),
      excluded: patterns(part, "excludedContents"))
  }

  func license(_ part: Part) -> LicenseTest {
    let debian = part.truth("debian")
    return LicenseTest(
      origin: part.location, debian: debian?.value == true ? debian?.location : nil,
      files: part.texts("files"))
  }

  mutating func command(_ part: Part) -> CommandTest {
    var head = head(part)
    let words = words(of: part)
    if words.isEmpty {
      fault(
        "Please provide a valid command to run for test \(head.name)", "the test names no command",
        at: part["command"]?.location ?? part.location, help: "write `command: …`", in: &head)
    }
    for name in ["setup", "teardown"] {
      guard let empty = part.items(name).first(where: \.items.isEmpty) else { continue }
      fault(
        "Error in \(name) command configuration encountered; please check formatting and remove all empty \(name) commands",
        "this command has no words", at: empty.location, help: "take it out", in: &head)
    }
    let variables = variables(part.items("envVars"))
    if let empty = variables.first(where: { $0.key.isEmpty || $0.value.isEmpty }) {
      fault(
        "Please provide non-empty keys and values for all specified env vars",
        "a variable needs key and value",
        at: empty.location, help: "write `{key: NAME, value: …}`", in: &head)
    }
    let teardown = part.items("teardown").isEmpty ? nil : part["teardown"]?.location
    if let teardown {
      warn(
        "cst/ignored-teardown", "nothing runs `teardown`: the test's container is thrown away", at: teardown,
        help: "take it out")
    }
    return CommandTest(
      head: head, words: words, setup: part.items("setup").map { $0.items.map { $0.text ?? "" } },
      variables: variables,
      exitCode: part.number("exitCode") ?? Located(0, at: head.origin),
      expectedOutput: patterns(part, "expectedOutput"), excludedOutput: patterns(part, "excludedOutput"),
      expectedError: patterns(part, "expectedError"), excludedError: patterns(part, "excludedError"))
  }

  private func words(of part: Part) -> [Located<String>] {
    version == .first ? part.texts("command") : (part.text("command").map { [$0] + part.texts("args") } ?? [])
  }

  mutating func options(_ part: Part) -> RunOptions {
    for mount in part.texts("bindMounts") where Mount(mount.value) == nil {
      warn(
        "cst/unsupported-mount", "`\(mount.value)` names no folder of the host, so nothing is mounted",
        at: mount.location, help: "write `/SOURCE:/DESTINATION`, both from the root")
    }
    return RunOptions(
      user: part.text("user")?.value,
      isPrivileged: part.truth("privileged")?.value == true, terminal: part.truth("allocateTty"),
      variables: part.texts("envVars"), variablesFile: part.text("envFile"),
      capabilities: part.texts("capabilities"), mounts: part.texts("bindMounts"))
  }

  mutating func metadata(_ part: Part) -> MetadataTest {
    var head = TestHead(name: "", origin: part.location)
    for (name, message) in [
      ("envVars", "Environment variable key cannot be empty"), ("labels", "Label key cannot be empty"),
    ] {
      for item in part.items(name) where item.text("key") == nil {
        fault(message, "this has no `key`", at: item.location, help: "write `key: …`", in: &head)
      }
    }
    for (name, message) in [
      ("exposedPorts", "Port cannot be empty"), ("volumes", "Volume cannot be empty"),
    ] {
      for item in part.texts(name) where item.value.isEmpty {
        fault(message, "this is empty", at: item.location, help: "take it out", in: &head)
      }
    }
    func list(_ name: String) -> Located<[String]>? {
      part[name].map { Located($0.items.map { $0.text ?? "" }, at: $0.location) }
    }
    var test = MetadataTest(
      origin: part.location, variables: variables(part.items("envVars")),
      unboundVariables: variables(part.items("unboundEnvVars")), labels: variables(part.items("labels")),
      entrypoint: list("entrypoint"), command: list("cmd"), exposedPorts: part.texts("exposedPorts"),
      unexposedPorts: part.texts("unexposedPorts"), volumes: part.texts("volumes"),
      unmountedVolumes: part.texts("unmountedVolumes"), workingDirectory: part.text("workdir"),
      user: part.text("user"))
    test.faults = head.faults
    return test
  }
}
