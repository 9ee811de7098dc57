import Packer
import Source

/// What one provisioner does, before it becomes a step.
struct ProvisionerWork {
  /// One line for people.
  var title: String
  var operations: [Operation] = []
  /// Set where it cannot be done here; in words for people.
  var impossibility: String?
  /// Inputs beyond the paths that the options name.
  var inputs: [Step.Input] = []
  var effects: [Step.Effect] = []
  var rehearsal = Rehearsal()
  /// The program of the image that it cannot do without, where it does not bring that itself.
  var tool: RunText?

  init(_ title: String) { self.title = title }

  /// A provisioner that cannot be run here.
  static func unsupported(_ title: String, _ reason: String) -> ProvisionerWork {
    var work = ProvisionerWork(title)
    work.impossibility = reason
    return work
  }

  /// Appends a line for people.
  mutating func say(_ line: RunText) { operations.append(.say(line)) }

  /// Appends a command in the guest.
  mutating func run(_ command: RunText, failure: String = "the command ended with exit code N") {
    operations.append(.run(ContainerRun(command, failure: failure)))
  }

  /// Appends a generated file, and tells of it.
  mutating func write(_ content: RunText, to destination: RunText) {
    operations.append(.uploadFile(FileUpload(.generated(content), to: destination)))
    effects.append(.init(.uploads, path: destination.shown))
  }

  /// Appends a file of the host, and tells of it.
  mutating func upload(_ source: RunText, to destination: RunText) {
    operations.append(.uploadFile(FileUpload(.file(source), to: destination)))
    effects.append(.init(.uploads, path: destination.shown))
  }

  /// Appends the contents of a folder of the host, and tells of it.
  mutating func uploadContents(of source: RunText, to destination: RunText) {
    operations.append(
      .uploadDirectory(DirectoryUpload(source.withoutSlashesAtEnd, to: destination, contentsOnly: true)))
    effects.append(.init(.uploads, path: destination.shown))
  }
}
