import Engine
import Host
import Packer
import Plan

/// Carries out the operations of a step, in a container and on the host.
struct ContainerWork: Sendable {
  /// What a script holds at most, in bytes: it is read whole.
  private static let scriptLimit = 1 << 30

  /// Nil for builds without a container (the `null` builder).
  let container: (any RunningContainer)?
  let start: ContainerStart?
  /// The user that `run_command` names for the container.
  let runUser: String?
  let host: HostWork
  let values: RunValues
  let lines: LineAssembler
  let note: @Sendable (String) async -> Void
  let waitForKey: @Sendable (String) async -> Void

  /// Does the operations in order; the first failure ends it.
  func perform(_ operations: [Operation]) async throws {
    for operation in operations {
      try Task.checkCancellation()
      try await perform(operation)
    }
  }

  private func perform(_ operation: Operation) async throws {
    switch operation {
    case .say(let text): await note(text.shown)
    case .run(let run): try await self.run(run)
    case .runThenAlways(let run, let operations):
      let outcome = await Result { try await self.run(run) }
      try await perform(operations)
      try outcome.get()
    case .runOrElse(let run, let operations):
      let end = try await shell(try values.fill(run.command), as: run.user)
      if !isAllowed(end, by: run) { try await perform(operations) }
    case .uploadFile(let upload): try await self.upload(upload)
    case .uploadDirectory(let upload):
      try await self.upload(
        directory: host.path(try values.fill(upload.source)), contentsOnly: upload.contentsOnly,
        to: try values.fill(upload.destination))
    case .uploadPath(let source, let destination):
      try await upload(path: try values.fill(source), to: try values.fill(destination))
    case .download(let source, let destination):
      try await download(try values.fill(source), to: try values.fill(destination))
    case .runOnHost(let run): try await host.run(run, values: values, lines: lines)
    case .play(let play): try await self.play(play)
    case .waitForKey(let note):
      let words = try values.fill(note)
      await waitForKey("stopped at a breakpoint\(words.isEmpty ? "" : ": \(words)")")
    case .sleep(let seconds): try await Task.sleep(for: .seconds(seconds))
    }
  }

  private func run(_ run: ContainerRun) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(run.retrySeconds))
    while true {
      let end = try await shell(try values.fill(run.command), as: run.user)
      if isAllowed(end, by: run) { return }
      guard clock.now < deadline else { throw failure(of: run, end) }
      try await Task.sleep(for: .seconds(2))
    }
  }

  private func isAllowed(_ end: CommandEnd, by run: ContainerRun) -> Bool {
    switch (end, run.allowedExitCodes) {
    case (.disconnected, _): run.mayDisconnect
    case (.timedOut, _), (.unstarted, _): false
    case (.exited, .any): true
    case (.exited(let code), .only(let codes)): codes.contains(code)
    }
  }

  private func failure(of run: ContainerRun, _ end: CommandEnd) -> StepFailure {
    switch end {
    case .exited(127) where run.absence != nil: StepFailure(run.absence ?? "", exitCode: 127)
    case .exited(let code):
      StepFailure(run.failure.replacing(placeholder: "N", with: String(code)), exitCode: code)
    case .unstarted: StepFailure("the command was not started")
    case .timedOut: StepFailure("the command took too long", isTimeout: true)
    case .disconnected: StepFailure("the container ended while the command ran")
    }
  }

  /// Runs a command as Packer's docker communicator does: bracketed, so that its `exit` and `cd` stay inside.
  private func shell(_ command: String, as user: String?) async throws -> CommandEnd {
    let lines = self.lines
    let end = try await needed().run(try call(of: command, as: user)) { stream, bytes in
      await lines.append(bytes, stream: stream == .output ? 0 : 1)
    }
    await lines.flush()
    return end
  }

  /// The call of a command, as the user whom the builder names, or another.
  func call(of command: String, as user: String? = nil) throws -> ContainerCommand {
    if let account = start?.account, user == nil { return account.call(of: command) }
    var call = ContainerCommand(["/bin/sh", "-c", "(\(command))"])
    call.user = try user ?? start?.execUser.map { try values.fill($0) } ?? runUser
    return call
  }

  /// Puts a file into the container.
  func upload(_ upload: FileUpload) async throws {
    let destination = try await place(of: try values.fill(upload.destination))
    let container = try needed()
    var mode: UInt32 = 0o644
    var modified = HostEnvironment.now()
    if case .fixed(let fixed) = upload.mode { mode = fixed }
    switch upload.content {
    case .generated(let text):
      try await container.write(
        Array(try values.fill(text).utf8), to: destination, mode: mode, modified: modified)
    case .textFile(let text):
      let content = try host.files.read(try values.fill(text), limit: Self.scriptLimit).withUnixLineEnds
      try await container.write(content, to: destination, mode: mode, modified: modified)
    case .file(let text):
      let path = try values.fill(text)
      let status = try expectFile(path)
      if upload.mode == .kept {
        mode = status.mode
        modified = host.files.modified(path) ?? modified
      }
      try await container.write(
        contentsOf: host.path(path), to: destination, mode: mode, modified: modified)
    }
    try await giveToUser(destination)
  }

  private func expectFile(_ path: String) throws(HostError) -> FileStatus {
    let attempt = "read `\(path)`"
    guard let status = host.files.status(path) else { throw HostError(attempt, .absent) }
    switch status.kind {
    case .file: return status
    case .directory: throw HostError(attempt, .isDirectory)
    case .other: throw HostError(attempt, .other("it is not a regular file"))
    }
  }

  private func upload(directory path: String, contentsOnly: Bool, to destination: String) async throws {
    let destination = try await place(of: destination)
    try await needed().copyIn(path: path, contentsOnly: contentsOnly, to: destination)
    try await giveToUser(destination)
  }

  private func upload(path: String, to destination: String) async throws {
    guard let status = host.files.status(path) else { throw HostError("upload `\(path)`", .absent) }
    if status.kind == .directory {
      return try await upload(
        directory: host.path(path), contentsOnly: path.hasSuffix("/"), to: destination)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try await upload(
      FileUpload(
        .file(RunText(path)), to: RunText(destination.hasSuffix("/") ? destination + name : destination),
        mode: .kept))
  }

  /// Packer's `fix_upload_owner`: what was uploaded belongs to the container's user.
  private func giveToUser(_ path: String) async throws {
    guard start?.fixesUploadOwner ?? true else { return }
    let container = try needed()
    let user = start?.account?.name ?? runUser ?? container.imageUser
    let owner = user.isEmpty ? "root" : user
    let call = ContainerCommand(["/bin/sh", "-c", "chown -R \(owner) \(path)"], user: "root")
    let lines = self.lines
    let end = try await container.run(call) { stream, bytes in
      await lines.append(bytes, stream: stream == .output ? 0 : 1)
    }
    guard end == .exited(0) else { throw StepFailure("cannot give the uploaded `\(path)` to `\(owner)`") }
  }

  /// Copies a file of the container to the host.
  func download(_ source: String, to destination: String) async throws {
    if source.hasSuffix("/") || source.utf8.contains(where: { "*?[".utf8.contains($0) }) {
      throw StepFailure("a folder cannot be downloaded from a container: `\(source)`")
    }
    let name = source.split(separator: "/").last.map(String.init) ?? source
    let target = host.path(destination.hasSuffix("/") ? destination + name : destination)
    let container = try needed()
    try HostFile.makeFolder(HostFile.folder(of: target))
    try await PartialFile.make(target, notedIn: host.workFolder) { part in
      try await container.copyOut(source, to: part)
    }
  }

  /// The container; fails for builds without one.
  func needed() throws(StepFailure) -> any RunningContainer {
    guard let container else {
      throw StepFailure("this build has no container to run the provisioner in")
    }
    return container
  }
}

extension Result where Failure == any Error, Success: Sendable {
  /// The outcome of asynchronous work.
  fileprivate init(_ work: () async throws -> Success) async {
    do { self = .success(try await work()) } catch { self = .failure(error) }
  }
}

extension [UInt8] {
  /// The text with CR LF turned into LF and its last line ended, as Packer sends scripts.
  var withUnixLineEnds: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for (index, byte) in enumerated() {
      if byte == 0x0D, index + 1 < count, self[index + 1] == 0x0A { continue }
      result.append(byte)
    }
    if let last = result.last, last != 0x0A { result.append(0x0A) }
    return result
  }
}

extension String {
  /// The text with each lone word `placeholder` replaced.
  func replacing(placeholder: String, with value: String) -> String {
    split(separator: " ", omittingEmptySubsequences: false)
      .map { $0 == placeholder ? value : String($0) }.joined(separator: " ")
  }
}
