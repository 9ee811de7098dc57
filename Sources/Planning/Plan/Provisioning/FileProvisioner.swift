import Packer
import Project

/// The `file` provisioner: files and folders to the guest, or a file from it.
struct FileProvisioner {
  let input: ProvisionerInput

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let sources = input.texts("sources") + (input.text("source").map { [$0] } ?? [])
    let destination = input.text("destination", default: "")
    let downloads = input.options.string("direction") == "download"
    let verb = downloads ? "download" : "upload"
    let first = sources.first?.shown ?? "nothing"
    let more = sources.count > 1 ? " and \(sources.count - 1) more" : ""
    var work = ProvisionerWork("\(verb) \(first)\(more) to \(destination.shown)")
    for source in sources {
      work.say("\(verb)ing \(source) to \(destination)")
      if downloads {
        download(source, to: destination, in: &work)
      } else {
        upload(source, to: destination, in: &work)
      }
    }
    return work
  }

  private func upload(_ source: RunText, to destination: RunText, in work: inout ProvisionerWork) {
    let file = destination.ends(with: "/") ? destination + source.baseName : destination
    switch source.complete.flatMap({ input.project.entry($0)?.kind }) {
    case .directory:
      let contentsOnly = source.ends(with: "/")
      work.operations.append(
        .uploadDirectory(
          DirectoryUpload(source.withoutSlashesAtEnd, to: destination, contentsOnly: contentsOnly)))
      work.effects.append(.init(.uploads, path: destination.shown))
    case .file:
      work.operations.append(.uploadFile(FileUpload(.file(source), to: file, mode: .kept)))
      work.effects.append(.init(.uploads, path: file.shown))
    case .other, nil:
      work.operations.append(.uploadPath(source: source, destination: destination))
      work.effects.append(.init(.uploads, path: file.shown))
    }
  }

  private func download(_ source: RunText, to destination: RunText, in work: inout ProvisionerWork) {
    if source.ends(with: "/") || source.contains(anyOf: ["*", "?", "["]) {
      work.impossibility = "a folder cannot be downloaded from a container: `\(source.shown)`"
      return
    }
    let file = destination.ends(with: "/") ? destination + source.baseName : destination
    work.operations.append(.download(source: source, destination: file))
    work.effects.append(.init(.downloads, path: file.shown))
  }
}
