import ArgumentParser
import DataSyntax
import Diagnostics
import Host
import Image
import Source

/// `ovenproof image`: the images of the local store.
struct ImageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image", abstract: "Import, list, show, compare and remove images of the local store.",
    subcommands: [Import.self, List.self, Show.self, ImageDiffCommand.self, Remove.self],
    defaultSubcommand: List.self)

  /// Brings an image in from the disk.
  struct Import: OvenproofVerb {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Bring an image into the store.",
      discussion: """
        PATH is a root file system (a folder or a tar), an OCI layout (a folder or a tar) or what `docker save` wrote; \
        it is told apart by its content.
        """)

    @Argument(help: "What to import.") var path: String
    @Option(name: .customLong("as"), help: ArgumentHelp("The name that the image gets.", valueName: "name"))
    var name: String
    @OptionGroup var platform: PlatformOption

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      guard workplace.disk.status(path) != nil else {
        throw CommandFault(.usage, "nothing lies at `\(path)`", help: "name a tar or a folder")
      }
      let clock = try workplace.imageClock
      let image = try ImageImport(into: workplace.store, now: clock.now).image(
        at: workplace.disk.absolute(path), as: try ImageReference.named(name), platform: platform.platform)
      try workplace.console.write("imported \(image.shownName) \(image.digest)\n")
      return .success
    }
  }

  /// Prints a line an image.
  struct List: OvenproofVerb {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the images of the store.")

    @Flag(help: "List the snapshots of steps instead, those first that were used last.") var snapshots = false

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      if snapshots { return try listSnapshots(in: workplace) }
      let images = try workplace.store.images().filter { $0.purpose != .snapshot }
      let rows = images.flatMap { image -> [[String]] in
        let names = image.names.isEmpty ? ["<none>"] : image.names.map(\.familiar)
        return names.map {
          [$0, image.digest.short, image.size.shownBytes, image.configuration.created ?? ""]
        }
      }
      try workplace.console.write(Table(head: ["NAME", "DIGEST", "SIZE", "CREATED"], rows: rows).text)
      return .success
    }

    private func listSnapshots(in workplace: Workplace) throws -> ExitStatus {
      let now = HostEnvironment.now()
      let rows = try SnapshotShelf(in: try workplace.store).all().map { kept -> [String] in
        let record = kept.record
        return [
          String(record.key.prefix(12)), record.build, record.steps.last?.step ?? "", kept.size.shownBytes,
          Double(now - record.made).elapsed, Double(now - kept.used).elapsed,
        ]
      }
      try workplace.console.write(
        Table(head: ["KEY", "BUILD", "STEP", "SIZE", "AGE", "USED"], rows: rows).text)
      return .success
    }
  }

  /// Prints what an image says about itself.
  struct Show: OvenproofVerb {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show an image's digest, layers and configuration as JSON.")

    @Argument(help: "A name or a digest.") var image: String

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      let image = try workplace.storedImage(self.image)
      let layers = image.manifest.layers.map { layer -> JSONText in
        .object([.init("digest", .string(layer.digest.description)), .init("size", .integer(layer.size))])
      }
      let document = JSONText.object([
        .init("names", .strings(image.names.map(\.familiar))),
        .init("digest", .string(image.digest.description)),
        // What docker calls the image's id: it stays when a registry takes the layers compressed.
        .init("id", .string(image.manifest.configuration.digest.description)),
        .init("size", .integer(image.size)), .init("layers", .array(layers)),
        .init("configuration", image.configuration.json),
      ])
      try workplace.console.write(document.indented)
      return .success
    }
  }

  /// Removes names and images.
  struct Remove: OvenproofVerb {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove names, or images with all their names.")

    @Argument(help: "Names or digests.") var images: [String]

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      var status = ExitStatus.success
      for image in images {
        let removed = try workplace.store.remove(image)
        if removed.isEmpty {
          workplace.console.complain("the store has no image `\(image)`")
          status = .usage
        }
        for name in removed { try workplace.console.write("removed \(name)\n") }
      }
      return status
    }
  }
}

extension Workplace {
  /// The images of this user.
  var store: ImageStore {
    get throws(CommandFault) { ImageStore(in: try folders) }
  }

  /// An image of the store; throws where it has none of the name.
  func storedImage(_ name: String) throws -> StoredImage {
    if let image = try store.image(name) { return image }
    throw CommandFault(
      .usage, "the store has no image `\(name)`", help: "`ovenproof image list` shows what it has")
  }
}

extension ImageReference {
  /// A name that the user gave.
  static func named(_ text: String) throws(CommandFault) -> ImageReference {
    switch parse(text) {
    case .success(let reference): return reference
    case .failure(let fault): throw CommandFault(.usage, "`\(text)` is no image name: \(fault.message)")
    }
  }
}
