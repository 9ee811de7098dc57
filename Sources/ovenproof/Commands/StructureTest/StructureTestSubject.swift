import DataSyntax
import Diagnostics
import Engine
import Expectation
import Host
import Image
import Source
import StructureTest
import Verification

/// The image that is judged, or why there is none.
struct StructureTestSubject: Sendable {
  let view: any ImageView
  let found: FoundView?
  let missing: StructureTestSettings.MissingImage?

  /// Finds the image of a command line.
  static func find(
    _ arguments: StructureTestArguments, in workplace: Workplace
  ) async throws -> StructureTestSubject {
    if arguments.driver == .host { return try host(arguments, in: workplace) }
    let name = try arguments.layout.map { try layout($0, arguments, in: workplace) } ?? arguments.image ?? ""
    do {
      let found = try await workplace.foundImage(address(of: name, arguments), pulling: arguments.pulls)
      return StructureTestSubject(
        view: found.view, found: found, missing: mismatch(found.view, name, arguments.platform))
    } catch let fault as CommandFault {
      return absent(name, fault.message, fault.help, arguments, in: workplace)
    } catch let error as ImageError {
      return absent(name, error.message, nil, arguments, in: workplace)
    }
  }

  /// Where an image is looked for: the original pulls it whatever docker holds.
  private static func address(of name: String, _ arguments: StructureTestArguments) -> String {
    guard arguments.pulls, arguments.compatibility == .strict, case .anywhere = ImageAddress(name) else {
      return name
    }
    return "docker://\(name)"
  }

  private static func absent(
    _ name: String, _ message: String, _ help: String?, _ arguments: StructureTestArguments,
    in workplace: Workplace
  ) -> StructureTestSubject {
    workplace.console.complain(message, help: help)
    return StructureTestSubject(
      view: UnknownImage(name, because: message), found: nil, missing: missing(name, arguments.driver))
  }

  private static func missing(
    _ name: String, _ driver: StructureTestSettings.Driver
  ) -> StructureTestSettings.MissingImage {
    guard driver == .docker else {
      let message =
        "error creating driver: processing tar image reference: retrieving tar from path: open \(name): no such file or directory"
      return .init(container: message, metadata: message)
    }
    return .init(
      container: "error setting env vars: Error creating container: no such image",
      metadata: "Error retrieving image config: Error when inspecting image: no such image")
  }

  /// What the original says of an image that is made for another platform.
  private static func mismatch(
    _ view: any ImageView, _ name: String, _ platform: String?
  ) -> StructureTestSettings.MissingImage? {
    guard let platform, let configuration = view.configuration.value else { return nil }
    let wanted = StructureTestPlatform(platform)
    let refusal = "error setting env vars: Error creating container: API error"
    if let fault = wanted.fault { return .init(container: "\(refusal) (400): \(fault)", metadata: nil) }
    let actual = Platform(of: configuration)
    if wanted.isMet(by: actual) { return nil }
    return .init(
      container:
        "\(refusal) (404): image with reference \(name) was found but does not match the specified platform: "
        + "wanted \(wanted.name), actual: \(actual)",
      metadata: nil)
  }

  /// The address of the one image of a layout; like the original it wants a name for it.
  private static func layout(
    _ path: String, _ arguments: StructureTestArguments, in workplace: Workplace
  ) throws -> String {
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try workplace.disk.read(path + "/index.json", limit: 1 << 20)
    } catch {
      throw CommandFault(
        .failure, "loading \(path) as OCI layout: \(error.description)", help: "name the folder of a layout")
    }
    let file = SourceFile(FileID(path + "/index.json"), bytes: bytes)
    let index = DataParser.parse(DerivedText(file), as: .json).tree.root
    let manifests = index["manifests"]?.items ?? []
    guard manifests.count == 1 else {
      throw CommandFault(
        .failure, "OCI layout contains \(manifests.count) entries. expected only one entry",
        help: "`ovenproof verify oci:\(path):NAME` judges one of several")
    }
    let name = manifests[0]["annotations"]?["org.opencontainers.image.ref.name"]?.string
    if name == nil || name == "" || arguments.ignoresAnnotation {
      guard let tag = arguments.defaultTag else {
        throw CommandFault(
          .failure, "index does not contain a reference annotation. --default-image-tag must be provided.",
          help: "add `--default-image-tag NAME`")
      }
      if let fault = StrictTag.fault(of: tag) {
        throw CommandFault(
          .failure, "could parse the default image tag \(tag): \(fault)",
          help: "write `registry.example.com/name:tag`")
      }
    }
    return "oci:\(path)"
  }

  private static func host(
    _ arguments: StructureTestArguments, in workplace: Workplace
  ) throws -> StructureTestSubject {
    let path = arguments.metadata ?? ""
    let file = SourceFile(FileID(path), bytes: try workplace.disk.read(path, limit: 1 << 20))
    let (tree, faults) = DataParser.parse(DerivedText(file), as: .json)
    if let fault = faults.first(where: { $0.severity == .error }) {
      throw CommandFault(
        .failure, "`\(path)` cannot be read: \(fault.message)", help: "it holds an object with `config`")
    }
    let view = HostImage(
      files: try FolderImageView("/", reference: "this machine"),
      configuration: .value(try ImageConfiguration(json: tree.root, named: path)))
    return StructureTestSubject(view: view, found: nil, missing: nil)
  }

  /// A way to run commands, where the image is one that an engine can start.
  func commandAccess(_ arguments: StructureTestArguments, in workplace: Workplace) async -> CommandAccess {
    guard let found else { return .none("commands are not run on the machine itself") }
    return await EngineAccess.to(found, arguments.engine, in: workplace).commands(of: found.view)
  }
}

/// The machine's own files under a configuration that was given.
private struct HostImage: ImageView {
  let files: FolderImageView
  let configuration: Known<ImageConfiguration>

  var reference: String { files.reference }
  var digest: Digest? { nil }
  func entry(at path: String) throws(ImageError) -> Known<ImageEntry> { try files.entry(at: path) }
  func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]> {
    try files.entries(under: path)
  }
  func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]> {
    try files.read(path, limit: limit)
  }
  func content(of path: String) throws(ImageError) -> Known<FileContent> { try files.content(of: path) }
}
