import DataSyntax
import Host
import Source

/// Looks at what stands at the paths of options, where Packer does so when it validates; without files, at the paths
/// alone.
struct PathCheck {
  private let component: ConfiguredComponent
  private let files: (any FileTree)?
  private let home: String?
  private(set) var faults: [ComponentFault] = []

  init(_ component: ConfiguredComponent, files: (any FileTree)?, home: String?) {
    self.component = component
    self.files = files
    self.home = home
  }

  /// Checks the options of a component or of a nested object.
  mutating func check(_ view: OptionView, of options: [String: OptionFacts], depth: Int = 0) {
    for name in view.names {
      guard let facts = options[name], let value = view.value(name) else { continue }
      if let kind = facts.path, kind != .unchecked {
        if let condition = facts.pathCondition, view.holds(condition) != true { continue }
        if kind == .checksumFile {
          checkChecksum(value, of: name, view)
        } else {
          check(value, as: kind, of: name)
        }
      }
      guard !facts.options.isEmpty, depth < 8 else { continue }
      for object in value.objects {
        check(OptionView(object, facts: facts.options), of: facts.options, depth: depth + 1)
      }
    }
  }

  private mutating func check(_ value: OptionValue, as kind: OptionFacts.PathKind, of option: String) {
    if case .list(let items) = value.content {
      for item in items {
        if kind.refusesEmptyItems, item.isEmptyText {
          note(.path(option, path: "", .absent), at: item.location)
        } else {
          check(item, as: kind, of: option)
        }
      }
      return
    }
    guard let files, let written = value.text.value?.value.typical, !written.isEmpty,
      let state = state(of: written, kind, in: files)
    else { return }
    note(.path(option, path: written, state), at: value.location)
  }

  private mutating func note(_ problem: ComponentFault.Problem, at location: Location, because: String? = nil)
  {
    faults.append(
      ComponentFault(
        problem: problem, location: location, related: [], kind: component.kind,
        component: component.type.value,
        because: because))
  }

  /// A checksum may name a file that holds it, here or on a server.
  private mutating func checkChecksum(_ value: OptionValue, of option: String, _ view: OptionView) {
    guard let files, let written = value.text.value?.value.complete, written.hasPrefix("file:") else {
      return
    }
    var path = String(written.dropFirst(5))
    if path.hasPrefix("file://") { path = String(path.dropFirst(7)) }
    if path.contains("://") {
      return note(
        .undecidable(option), at: value.location, because: "Packer fetches the checksums when it validates")
    }
    do throws(HostError) {
      let sums = ChecksumFile(try files.read(path, limit: 16 << 20))
      guard let image = Self.imageName(view), !sums.holdsChecksum(of: image) else { return }
      note(.path(option, path: path, .unusable("holds no checksum of `\(image)`")), at: value.location)
    } catch {
      let state = files.status(path) == nil ? ComponentFault.PathState.absent : .unusable("cannot be read")
      note(.path(option, path: path, state), at: value.location)
    }
  }

  /// The file's name of the first address of the image; nil where it cannot be told.
  private static func imageName(_ view: OptionView) -> String? {
    let addresses = view.value("iso_url").flatMap { $0.text.value?.value.complete }
    guard let address = addresses ?? view.value("iso_urls")?.firstText, !address.isEmpty else { return nil }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What is wrong with a path; nil where it is as it should be.
  private func state(
    of written: String, _ kind: OptionFacts.PathKind, in files: any FileTree
  ) -> ComponentFault.PathState? {
    // No path holds a zero.
    if written.utf8.contains(0) { return .absent }
    let status = files.status(expanded(written))
    switch kind {
    case .unchecked: return nil
    case .any: return status == nil ? .absent : nil
    case .anyOrPattern where written.utf8.contains(where: { "*?[".utf8.contains($0) }):
      return PathPattern.isSound(written) ? nil : .unusable("is no pattern")
    case .anyOrPattern: return status == nil ? .absent : nil
    case .nothing: return status == nil ? nil : .present
    case .notFolder: return status?.kind == .directory ? .folder : nil
    case .file:
      guard let status else { return .absent }
      return status.kind == .directory ? .folder : nil
    case .folder:
      guard let status else { return .absent }
      return status.kind == .directory ? nil : .file
    case .privateKey: return state(of: written, in: files, holding: { PrivateKeyFile($0).problem })
    case .rsaPrivateKey: return state(of: written, in: files, holding: { PrivateKeyFile($0).problemAsRSA })
    case .jsonObject: return state(of: written, in: files, holding: Self.problem(ofObject:))
    case .certificate:
      return state(of: written, in: files) {
        CertificateFile.holdsCertificate($0) ? nil : "holds no certificate"
      }
    case .googleAccount:
      if GoogleAccount.isAccount(Array(written.utf8)) { return nil }
      return state(of: written, in: files) { GoogleAccount.isAccount($0) ? nil : "holds no service account" }
    case .checksumFile: return nil
    }
  }

  private static func problem(ofObject bytes: [UInt8]) -> String? {
    let (tree, faults) = DataParser.parse(
      DerivedText(SourceFile(FileID("object.json"), bytes: bytes)), as: .json)
    return tree.root.kind == .mapping && faults.isEmpty ? nil : "holds no object in JSON"
  }

  /// What is wrong with a file that must hold something, told by what `problem` says of its bytes.
  private func state(
    of written: String, in files: any FileTree, holding problem: ([UInt8]) -> String?
  ) -> ComponentFault.PathState? {
    let path = expanded(written)
    guard let status = files.status(path) else { return .absent }
    if status.kind == .directory { return .folder }
    do throws(HostError) {
      return problem(try files.read(path, limit: 1 << 20)).map { .unusable($0) }
    } catch {
      return .unusable("cannot be read: \(error.reason.words)")
    }
  }

  private func expanded(_ path: String) -> String {
    guard let home, path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }
}

extension OptionFacts.PathKind {
  /// Whether an empty path in a list is looked for, and not found.
  fileprivate var refusesEmptyItems: Bool {
    switch self {
    case .any, .anyOrPattern, .file, .folder, .privateKey, .rsaPrivateKey, .jsonObject, .certificate: true
    case .unchecked, .nothing, .notFolder, .googleAccount, .checksumFile: false
    }
  }
}

extension OptionValue {
  /// Whether it is known to be nothing, or an empty text.
  fileprivate var isEmptyText: Bool {
    if case .null = content { true } else { text.value?.value.typical?.isEmpty == true }
  }

  /// The first text of a list.
  fileprivate var firstText: String? {
    guard case .list(let items) = content else { return text.value?.value.complete }
    return items.first?.text.value?.value.complete
  }

  /// The objects that it holds: itself, or those of a list.
  fileprivate var objects: [OptionValue] {
    switch content {
    case .map: [self]
    case .list(let items): items.filter { if case .map = $0.content { true } else { false } }
    default: []
    }
  }
}
