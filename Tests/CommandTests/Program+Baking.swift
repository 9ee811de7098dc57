import Host
import Support

extension Program {
  /// Whether this machine can bake natively, or has to.
  static let canBake = Machine.runs(
    .engines, needing: "root and runc (bakes by the command line)",
    isThere: Machine.isRoot && Machine.hasProgram("runc"))

  /// Whether it can also push to a registry of its own.
  static let canPush = Machine.runs(
    .engines, needing: "root, runc, skopeo and docker-registry",
    isThere: Machine.isRoot && ["runc", "skopeo", "docker-registry"].allSatisfy(Machine.hasProgram))

  /// A folder with files and a store that holds busybox as `tiny:1`.
  static func withBase<Result>(
    _ files: [String: String], _ body: (Program) async throws -> Result
  ) async throws -> Result {
    let tar = try await Script.run("base-image", ["tiny"])
    return try await with(files) { program in
      let answer = try await program("image", "import", tar, "--as", "tiny:1")
      guard answer.status == 0 else { throw Script.Failure(description: answer.error) }
      return try await body(program)
    }
  }

  /// A folder with files and a store that holds an image of `.ci/base-image`, for bakes that take minutes.
  static func withImage(
    _ kind: String, as name: String, _ files: [String: String] = [:], _ body: (Program) async throws -> Void
  ) async throws {
    let tar = try await Script.run("base-image", [kind], deadline: 900)
    try await with(files) { program in
      var program = program
      program.deadline = 600
      let answer = try await program("image", "import", tar, "--as", name)
      guard answer.status == 0 else { throw Script.Failure(description: answer.error) }
      try await body(program)
    }
  }

  /// A folder with files and a store, and a registry at the address that `body` gets.
  static func withRegistry(
    _ files: @escaping (String) -> [String: String], passwords: String? = nil,
    _ body: (Program, String) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      let data = folder + "/registry"
      var arguments = ["start", data]
      if let passwords {
        try HostFile.write(Array(passwords.utf8), to: folder + "/passwords")
        arguments.append(folder + "/passwords")
      }
      let address = try await Script.run("registry", arguments)
      do {
        try await withBase(files(address)) { try await body($0, address) }
      } catch {
        try await Script.run("registry", ["stop", data])
        throw error
      }
      try await Script.run("registry", ["stop", data])
    }
  }

  /// What is left of containers: processes that were started for the folder, or that see mounts of it.
  func leftovers() async throws -> String {
    let script = """
      for process in /proc/[0-9]*; do
        grep -qsF "$1/.home" "$process/cmdline" "$process/mountinfo" && tr '\\0' ' ' <"$process/cmdline" && echo
      done
      exit 0
      """
    let output = try await Command(["sh", "-c", script, "sh", folder]).output()
    return String(decoding: output.output, as: UTF8.self)
  }
}
