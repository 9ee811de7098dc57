import Engine
import Host
import Packer
import Plan

/// Collects what a step depends on, in words and as texts; or why that cannot be told beforehand.
struct StepInputs {
  /// Names with their article; texts as they are, secrets included: they never leave but as keyed digests.
  private(set) var texts: [(name: String, text: String)] = []
  private(set) var reason: String?
  /// Whether a program runs in the container.
  private(set) var runsPrograms = false

  private let files: Disk

  init(files: Disk) { self.files = files }

  /// Whether programs of a container can reach a network.
  static func hasNetwork(_ start: ContainerStart, _ host: HostWork) -> Bool {
    guard let arguments = arguments(of: start, host) else { return true }
    return arguments.network != ContainerSpec.Network.none
  }

  /// What `run_command` asks for; nil where it is the usual, or cannot be told beforehand.
  private static func arguments(of start: ContainerStart, _ host: HostWork) -> RunArguments? {
    let words = start.runArguments.compactMap(\.complete)
    guard !start.hasDefaultRunArguments, words.count == start.runArguments.count else { return nil }
    return try? RunArguments(words, on: host)
  }

  /// Says that no snapshot can stand for the step.
  private mutating func end(_ why: String) { reason = reason ?? why }

  /// Adds all that the state after a step depends on.
  mutating func add(_ step: Step, base: String, engine: String, on host: HostWork) {
    switch step.action {
    case .start(let start):
      put("the base image", base)
      put("the engine", engine)
      add(start, step.conditions, on: host)
    case .provision(let operations):
      for operation in operations { add(operation) }
      put("how its commands may end, or its time limit", step.conditions)
    case .commit(let commit): add(commit, host.environment)
    default: end("its result is not kept")
    }
  }

  private mutating func add(_ start: ContainerStart, _ conditions: String, on host: HostWork) {
    let arguments = Self.arguments(of: start, host)
    let mounts = arguments.map { !$0.mounts.isEmpty || !$0.tmpfs.isEmpty } ?? !start.hasDefaultRunArguments
    guard start.volumes.isEmpty, start.tmpfs.isEmpty, !mounts else {
      return end("a folder is mounted into the container, which no snapshot holds")
    }
    let how = "how the container is started"
    for text in start.runArguments + start.devices + [start.execUser, start.sharedFolder].compactMap({ $0 }) {
      put(how, rendered: text)
    }
    // Values of variables may be this machine's.
    for (name, value) in (arguments?.environment ?? [:]).sorted(by: { $0.key < $1.key }) {
      put("the environment variable `\(name)`", value)
    }
    put(how, conditions)
  }

  private mutating func add(_ commit: Commit, _ environment: [String: String]) {
    put("the commit's author", rendered: commit.author ?? "")
    put("the commit's message", rendered: commit.message ?? "")
    for change in commit.changes { put("the commit's changes", rendered: change) }
    put("SOURCE_DATE_EPOCH", environment["SOURCE_DATE_EPOCH"] ?? "")
  }

  private mutating func add(_ operation: Operation) {
    switch operation {
    case .say, .sleep: break
    case .run(let run): add(run)
    case .runThenAlways(let run, let operations), .runOrElse(let run, let operations):
      add(run)
      for operation in operations { add(operation) }
    case .uploadFile(let upload): add(upload)
    case .uploadDirectory(let upload):
      let name = upload.source.shown
      put("where `\(name)` goes", rendered: upload.destination)
      put(
        "the folder `\(name)`", upload.source.complete.flatMap { UploadDigest.tree(at: files.absolute($0)) })
    case .uploadPath(let source, _): end("an earlier step makes what it uploads: `\(source.shown)`")
    case .download: end("it brings a file out of the container")
    case .runOnHost, .play: end("it runs a program on the host")
    case .waitForKey: end("it waits for a key")
    }
  }

  private mutating func add(_ run: ContainerRun) {
    runsPrograms = true
    guard let command = run.command.complete else { return end(run.command.holes) }
    let call = AssignedCommand(command)
    for (name, value) in call.assignments.sorted(by: { $0.key < $1.key }) {
      put("the environment variable `\(name)`", value)
    }
    put("its commands", call.rest)
    if let user = run.user { put("its commands", "as \(user)") }
  }

  /// What is uploaded as a file: the text itself, or a file's digest, with its mode where that is kept.
  private mutating func add(_ upload: FileUpload) {
    switch upload.content {
    case .generated(let text):
      put("the rendered content of `\(upload.destination.shown)`", rendered: text)
      put("its commands", rendered: upload.destination)
    case .file(let path), .textFile(let path):
      let name = path.shown
      put("the content of `\(name)`", path.complete.flatMap { UploadDigest.content(of: files.absolute($0)) })
      put("where `\(name)` goes", rendered: upload.destination)
      guard upload.mode == .kept else { return }
      put("the mode of `\(name)`", path.complete.flatMap { files.status($0) }.map { "\($0.mode)" })
    }
  }

  private mutating func put(_ name: String, rendered text: RunText) {
    guard let complete = text.complete else { return end(text.holes) }
    put(name, complete)
  }

  /// Parts of one name are one input.
  private mutating func put(_ name: String, _ text: String?) {
    guard let text else { return end("what it uploads cannot be read beforehand: \(name)") }
    if let index = texts.firstIndex(where: { $0.name == name }) {
      texts[index].text += "\u{0}" + text
    } else {
      texts.append((name, text))
    }
  }

  private mutating func end(_ holes: [Hole]) {
    let names = holes.map { "`\($0.name)`" }.joined(separator: ", ")
    end("it uses what is new in every run: \(names)")
  }
}

/// A shell command with the variables that it sets taken out: `A='x' b; C=1 d`.
struct AssignedCommand: Hashable {
  private(set) var assignments: [String: String] = [:]
  /// The command with the names alone.
  private(set) var rest = ""

  init(_ command: String) {
    let bytes = Array(command.utf8)
    var rest: [UInt8] = []
    var index = 0
    var isStart = true
    while index < bytes.count {
      if isStart, let end = Self.endOfName(in: bytes, from: index) {
        let value = Self.endOfWord(in: bytes, from: end + 1)
        let name = String(decoding: bytes[index..<end], as: UTF8.self)
        assignments[name, default: ""] += String(decoding: bytes[(end + 1)..<value], as: UTF8.self)
        rest += bytes[index...end]
        index = value
      } else {
        isStart = [0x20, 0x0A, 0x3B, 0x26, 0x28].contains(bytes[index])
        rest.append(bytes[index])
        index += 1
      }
    }
    self.rest = String(decoding: rest, as: UTF8.self)
  }

  /// Where the `=` of an assignment stands; nil where none begins.
  private static func endOfName(in bytes: [UInt8], from start: Int) -> Int? {
    let end = bytes[start...].firstIndex { byte in
      !((0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F)
    }
    guard let end, end > start, bytes[end] == UInt8(ascii: "="), !(0x30...0x39).contains(bytes[start]) else {
      return nil
    }
    return end
  }

  /// Where a word ends whose quotes may hold blanks.
  private static func endOfWord(in bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        index += 1
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if [0x20, 0x0A, 0x3B, 0x26].contains(byte) {
        return index
      }
      index += 1
    }
    return min(index, bytes.count)
  }
}
