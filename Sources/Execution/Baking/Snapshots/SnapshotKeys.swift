import Host
import Image
import Packer
import Plan
import Project

/// The keys of the snapshots after each step: equal keys stand for equal states of the container.
///
/// A key holds the base, how the container is started, and for every step so far the rendered operations with the
/// digests and modes of what they upload, read now: what the plan saw may have changed since. The chain ends at the
/// first step that other things than these decide: a program on the host, a value of the run, a secret, a file that
/// could not be read beforehand.
struct SnapshotKeys {
  /// Keys by step id, of the steps that have one.
  private(set) var keys: [String: String] = [:]

  private let files: Disk

  init(of plan: BuildPlan, base: String, engine: String, files: Disk) {
    self.files = files
    guard let first = plan.steps.first, case .start(let start) = first.action,
      var state = Self.text(of: start).map({ "\(engine)\n\(base)\n\($0)" })
    else { return }
    for step in plan.steps.dropFirst() {
      guard case .provision(let operations) = step.action, let text = text(of: operations) else { return }
      state = Digest(of: Array("\(state)\n\(text)".utf8)).hex
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

  private func text(of operations: [Operation]) -> String? {
    var parts: [String] = []
    for operation in operations {
      guard let text = text(of: operation) else { return nil }
      parts.append(text)
    }
    return parts.joined(separator: "\n")
  }

  private func text(of operation: Operation) -> String? {
    switch operation {
    case .say, .sleep: ""
    case .run(let run): run.command.known.map { "run \($0)" }
    case .runThenAlways(let run, let operations):
      run.command.known.flatMap { command in text(of: operations).map { "run \(command)\n\($0)" } }
    case .uploadFile(let upload):
      content(of: upload).flatMap { content in
        upload.destination.known.map { "file \(content) \($0) \(upload.mode)" }
      }
    case .uploadDirectory(let upload):
      digest(of: upload.source).flatMap { digest in
        upload.destination.known.map {
          "folder \(upload.source.shown) \(digest) \($0) \(upload.contentsOnly)"
        }
      }
    case .uploadPath, .download, .runOnHost: nil
    }
  }

  /// What is uploaded as a file: the text itself, or a file's digest, with its mode where that is kept.
  private func content(of upload: FileUpload) -> String? {
    switch upload.content {
    case .generated(let text): return text.known.map { "text \($0)" }
    case .file(let path), .textFile(let path):
      guard let digest = digest(of: path), let status = files.status(path.shown) else { return nil }
      var isText = false
      if case .textFile = upload.content { isText = true }
      return "\(isText ? "text " : "")\(digest)\(upload.mode == .kept ? " \(status.mode)" : "")"
    }
  }

  private func digest(of path: RunText) -> String? {
    path.known.flatMap { TreeDigest.digest(of: $0, in: files) }
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
