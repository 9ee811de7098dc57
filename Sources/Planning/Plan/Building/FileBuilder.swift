import Packer
import Project
import Source

/// Packer's file builder: one file on the host, for provisioners and post-processors of the host to work on.
struct FileBuilder {
  let build: Build

  /// The step that makes the file.
  func start() -> [Step] {
    let options = build.builder.options
    func text(_ name: String) -> RunText? { options.text(name).value?.value }
    let target = text("target") ?? RunText([.hole(.function("target"))])
    let source = text("source").flatMap { $0.isEmpty ? nil : $0 }
    let content = source.map(FileMaking.Content.copy) ?? .text(text("content") ?? "")
    return [
      Step(
        id: "export", kind: .export, type: "file",
        title: source.map { "copy \($0.shown) to \(target.shown)" } ?? "write \(target.shown)",
        origin: build.builder.location,
        inputs: source.map { [.init(.file, $0.shown)] } ?? [], effects: [.init(.creates, path: target.shown)],
        action: .makeFile(FileMaking(content, at: target)))
    ]
  }

  /// What stands in the place of the work of a provisioner that needs a machine: Packer sends it nowhere and goes on.
  static let passedOver: [Operation] = [.say("passed over: builder `file` has no machine")]
}
