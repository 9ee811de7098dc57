import Crypto
import Packer
import Plan

/// The keys of the snapshots after each step: equal keys stand for equal states of the container.
///
/// A key holds the base, how the container is started, and for every step so far the rendered operations with the
/// digests of what they upload. The chain ends at the first step that other things than these decide: a program on the host, a
/// value of the run, a secret, a file that could not be read beforehand.
struct SnapshotKeys {
  /// Keys by step id, of the steps that have one.
  private(set) var keys: [String: String] = [:]

  init(of plan: BuildPlan, base: String, engine: String) {
    guard let first = plan.steps.first, case .start(let start) = first.action,
      var state = Self.text(of: start).map({ "\(engine)\n\(base)\n\($0)" })
    else { return }
    for step in plan.steps.dropFirst() {
      guard case .provision(let operations) = step.action, let text = Self.text(of: step, operations) else { return }
      state = Self.digest(state + "\n" + text)
      keys[step.id] = state
    }
  }

  /// How the container is started, where a host folder or a secret has no part in it.
  private static func text(of start: ContainerStart) -> String? {
    guard start.volumes.isEmpty else { return nil }
    let texts = start.runArguments + start.devices + start.tmpfs + [start.execUser].compactMap { $0 }
    guard let known = texts.known else { return nil }
    return known.joined(separator: "\u{0}")
      + "\(start.privileged) \(start.capabilitiesAdded) \(start.capabilitiesDropped) \(start.fixesUploadOwner)"
  }

  private static func text(of step: Step, _ operations: [Operation]) -> String? {
    var parts: [String] = []
    for operation in operations {
      guard let text = text(of: operation) else { return nil }
      parts.append(text)
    }
    for input in step.inputs where input.kind == .file || input.kind == .directory {
      guard let digest = input.digest else { return nil }
      parts.append("input \(input.name) \(digest)")
    }
    return parts.joined(separator: "\n")
  }

  private static func text(of operation: Operation) -> String? {
    switch operation {
    case .say, .sleep: return ""
    case .run(let run): return run.command.known.map { "run \($0)" }
    case .runThenAlways(let run, let operations):
      guard let command = run.command.known else { return nil }
      var parts = ["run \(command)"]
      for operation in operations {
        guard let text = text(of: operation) else { return nil }
        parts.append(text)
      }
      return parts.joined(separator: "\n")
    case .uploadFile(let upload):
      guard let content = upload.content.known, let destination = upload.destination.known else { return nil }
      return "file \(content) \(destination) \(upload.mode)"
    case .uploadDirectory(let upload):
      guard let source = upload.source.known, let destination = upload.destination.known else { return nil }
      return "folder \(source) \(destination) \(upload.contentsOnly)"
    case .uploadPath, .download, .runOnHost: return nil
    }
  }

  private static func digest(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hex = SHA256.hash(data: Array(text.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hex, as: UTF8.self)
  }
}

extension RunText {
  /// The text, where neither a secret nor a value of the run is in it.
  fileprivate var known: String? { secrets.isEmpty && holes.isEmpty ? shown : nil }
}

extension [RunText] {
  /// All texts, where none holds a secret or a value of the run.
  fileprivate var known: [String]? {
    let texts = compactMap(\.known)
    return texts.count == count ? texts : nil
  }
}

extension FileUpload.Content {
  /// What is uploaded: a path, whose digest is an input of the step, or the text itself.
  fileprivate var known: String? {
    switch self {
    case .file(let path): path.known.map { "path \($0)" }
    case .textFile(let path): path.known.map { "text path \($0)" }
    case .generated(let text): text.known.map { "text \($0)" }
    }
  }
}
