import Host
import Support

/// A repository of a user with our hook in it, as pre-commit installs it from a release: nothing of ours but a clone of
/// the hook's repository at its tag, and the wheel that carries the executable.
struct HookBench: Sendable {
  struct Run: Sendable {
    let status: Int32
    let text: String
  }

  /// The folder of the user's repository.
  let folder: String
  private let environment: [String: String]

  /// Makes all of it from `Fixtures/pivot` and hands it to `body`.
  static func with<Result>(_ body: (HookBench) async throws -> Result) async throws -> Result {
    try await TemporaryFolder.with { folder in
      let bench = HookBench(folder: folder + "/machines", environment: environment(in: folder))
      try await bench.releaseHook(in: folder)
      try await bench.sh("cp -r '\(Repository.fixture("pivot"))' '\(bench.folder)'", in: folder)
      try await bench.sh("git init -q . && git add . && git commit -q -m 'Bake the greeter'")
      try bench.write(
        """
        repos:
          - repo: \(folder)/hook
            rev: v\(try await version())
            hooks:
              - id: ovenproof-lint
        """, to: ".pre-commit-config.yaml")
      try await bench.sh("git add .pre-commit-config.yaml && git commit -q -m 'Lint templates'")
      try await bench.sh("'\(Checkers.path("pre-commit"))' install --install-hooks")
      return try await body(bench)
    }
  }

  /// The version that the program says it has.
  static func version() async throws -> String {
    String(try await Program(in: Repository.root)("--version").output.dropLast())
  }

  /// Nothing comes from the network, nothing from the settings of who runs the tests, no `ovenproof` is on the PATH.
  private static func environment(in folder: String) -> [String: String] {
    [
      "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder + "/wheels", "PRE_COMMIT_HOME": folder + "/cache",
      "PIP_CONFIG_FILE": "/dev/null", "HOME": folder, "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "Anna", "GIT_AUTHOR_EMAIL": "anna@example.com", "GIT_COMMITTER_NAME": "Anna",
      "GIT_COMMITTER_EMAIL": "anna@example.com",
      "PATH": Checkers.folder + "/bin:/usr/local/bin:/usr/bin:/bin",
      "PRE_COMMIT_COLOR": "never",
    ]
  }

  /// The hook's repository with its tag, and the wheel.
  private func releaseHook(in folder: String) async throws {
    try await sh(
      """
      mkdir hook && cd '\(Repository.root)' &&
      cp -r .pre-commit-hooks.yaml pyproject.toml packaging LICENSE NOTICE '\(folder)/hook' &&
      python3 packaging/wheel.py '\(Program.path)' '\(folder)/wheels' &&
      cd '\(folder)/hook' && git init -q . && git add . && git commit -q -m Release &&
      git tag 'v\(try await Self.version())'
      """, in: folder)
  }

  /// Writes a file of the user's repository.
  func write(_ text: String, to path: String) throws {
    try HostFile.makeFolder(HostFile.folder(of: folder + "/" + path))
    try HostFile.write(Array((text + "\n").utf8), to: folder + "/" + path)
  }

  /// Replaces a text in a file that holds it once.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = String(decoding: try CaseFolder.bytes(of: folder + "/" + path), as: UTF8.self)
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw Script.Failure(description: "`\(path)` does not hold `\(old)` once") }
    try HostFile.write(Array((parts[0] + new + parts[1]).utf8), to: folder + "/" + path)
  }

  /// Stages everything and tries to commit it; what the hook said, and whether the commit was made.
  func commit(skippingHooks: Bool = false) async throws -> Run {
    try await run("git add -A && git commit -q -m Change" + (skippingHooks ? " --no-verify" : ""))
  }

  /// Changes the repository by a command.
  func change(_ command: String) async throws { try await sh(command) }

  /// Takes the last commit back.
  func undo() async throws { try await sh("git reset -q --hard HEAD^") }

  /// Gives up what was staged.
  func reset() async throws { try await sh("git reset -q --hard && git clean -qfd") }

  private func sh(_ script: String, in place: String? = nil) async throws {
    let run = try await run(script, in: place)
    guard run.status == 0 else { throw Script.Failure(description: "\(script): \(run.text)") }
  }

  private func run(_ script: String, in place: String? = nil) async throws -> Run {
    let (status, text) = try await Checkers.run(
      ["sh", "-c", script], in: place ?? folder, environment: environment)
    return Run(status: status, text: text)
  }
}
