import Host
import Support
import Testing

/// The built executable, run as a user runs it.
struct Program: Sendable {
  /// What one run came to.
  struct Answer: Sendable {
    let status: Int32
    let output: String
    let error: String
  }

  static let path = Repository.root + "/.build/debug/ovenproof"

  /// The folder in which it is run.
  var folder: String
  var environment: [String: String] = [:]
  /// The executable, or a link to it that gives it another name.
  var executable = Self.path
  /// Words before the executable's own: a wrapper such as `timeout`.
  var wrapper: [String] = []
  var deadline = 120.0

  init(in folder: String) {
    self.folder = folder
  }

  /// Runs it with arguments; a crash or a hang fails the test.
  func callAsFunction(_ arguments: String..., input: String? = nil) async throws -> Answer {
    try await run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String? = nil) async throws -> Answer {
    var variables = ["OVENPROOF_HOME": folder + "/.home", "NO_COLOR": "", "CHECKPOINT_DISABLE": "1"]
    variables.merge(environment) { $1 }
    let command = Command(
      wrapper + [executable] + arguments, environment: .inherited(adding: variables),
      workingDirectory: folder,
      input: input.map { .bytes(Array($0.utf8)) } ?? .none, deadline: deadline)
    let result = try await command.output(limit: 256 << 20)
    guard case .exited(let status) = result.termination else {
      throw Script.Failure(
        description: "\(arguments): \(result.termination): \(String(decoding: result.error, as: UTF8.self))")
    }
    return Answer(
      status: status, output: String(decoding: result.output, as: UTF8.self),
      error: String(decoding: result.error, as: UTF8.self))
  }
}

extension Program {
  /// A folder of its own with files in it, and the program run there.
  static func with<Result>(
    _ files: [String: String] = [:], _ body: (Program) async throws -> Result
  ) async throws -> Result {
    try await TemporaryFolder.with { folder in
      for (name, text) in files.sorted(by: { $0.key < $1.key }) {
        let path = folder + "/" + name
        try await make(folderOf: path)
        try HostFile.write(Array(text.utf8), to: path)
      }
      return try await body(Program(in: folder))
    }
  }

  private static func make(folderOf path: String) async throws {
    _ = try await Command(["mkdir", "-p", HostFile.folder(of: path)]).output()
  }

  /// A template without findings.
  static let template = """
    {
      "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
      "provisioners": [{"type": "shell", "inline": ["echo hello > /etc/motd"]}]
    }

    """
}
