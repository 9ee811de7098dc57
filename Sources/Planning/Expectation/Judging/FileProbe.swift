import Image
import Matching
import Source

/// One path of an image.
struct FileProbe: Probe {
  private static let contentLimit = 1 << 28

  let path: String
  private let entry: Result<Known<ImageEntry>, ImageError>

  init(_ path: String, in image: any ImageView) {
    self.path = path
    entry = Result { () throws(ImageError) in try image.entry(at: path) }
  }

  /// An entry that is known already, of a pattern's matches.
  init(_ entry: ImageEntry) {
    path = entry.path
    self.entry = .success(.value(entry))
  }

  var presence: Finding {
    switch entry {
    case .success(.value): .value(.bool(true))
    case .success(.absent): .value(.bool(false))
    case .success(.unknown(let reason)): .unknown(reason)
    case .failure(let error): .broken(error.message)
    }
  }

  var absence: String { "`\(path)` does not exist" }
  var unwantedPresence: String { "`\(path)` exists" }

  func name(for property: String) -> String { path }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard case .success(.value(let entry)) = entry else { return presence }
    switch property {
    case "type": return .value(.text(FileType.word(for: entry.kind)))
    case "mode": return .value(.text(FileMode(bits: entry.mode).octal))
    case "uid": return .value(.number(Int(entry.owner)))
    case "gid": return .value(.number(Int(entry.group)))
    case "owner": return account(in: search) { $0.userName(entry.owner) }
    case "group": return account(in: search) { $0.groupName(entry.group) }
    case "size": return size(of: entry)
    case "target":
      return entry.target.map { .value(.text($0)) }
        ?? .none("is \(FileType.words(for: entry.kind)), no symbolic link")
    case "leads-to":
      do throws(ImageError) {
        switch try LinkCourse.end(of: entry, in: search.image) {
        case .value(let end): return .value(.text(FileType.word(for: end.kind)))
        case .absent: return .value(.text(LinkCourse.nothing))
        case .unknown(let reason): return .unknown(reason)
        }
      } catch {
        return .broken(error.message)
      }
    case "sha256": return contents(of: entry, search.image) { .text(Digest(of: $0).hex) }
    case "contents": return contents(of: entry, search.image) { .text($0) }
    case FileFlags.setuid: return .value(.bool(FileFlags.isSet(0o4000, on: entry)))
    case FileFlags.setgid: return .value(.bool(FileFlags.isSet(0o2000, on: entry)))
    case FileFlags.worldWritable: return .value(.bool(FileFlags.isWorldWritable(entry)))
    case FileFlags.unowned: return accounts(in: search) { .bool(!$0.owns(entry)) }
    case "capabilities": return capabilities(of: entry)
    default: return document(property, of: entry, in: search) ?? .value(.bool(true))
    }
  }

  /// A value in the file, by the format and the path that a property names.
  private func document(_ property: String, of entry: ImageEntry, in search: ImageSearch) -> Finding? {
    let word = property.prefix { $0 != "." }
    guard let format = DocumentFormat(rawValue: String(word)),
      let path = DocumentPath(String(property.dropFirst(word.count + 1)))
    else { return nil }
    let found = search.document(format, at: self.path) { contents(of: entry, search.image) { .text($0) } }
    switch found {
    case .other(let finding): return finding
    case .document(let document):
      switch document.value(at: path) {
      case .value(let value): return .value(value)
      case .nothing(let clause): return .none("has no `\(property.dropFirst(word.count + 1))`: \(clause)")
      }
    }
  }

  private func capabilities(of entry: ImageEntry) -> Finding {
    guard let bytes = entry.extendedAttributes[FileCapabilities.attribute] else { return .value(.list([])) }
    guard let capabilities = FileCapabilities(bytes) else {
      return .broken("`\(path)` has capabilities of a form that no kernel takes")
    }
    return .value(.texts(capabilities.held))
  }

  private func account(in search: ImageSearch, _ name: (Accounts) -> String) -> Finding {
    accounts(in: search) { .text(name($0)) }
  }

  private func accounts(in search: ImageSearch, _ subject: (Accounts) -> Subject) -> Finding {
    do throws(ImageError) {
      switch try search.accounts() {
      case .value(let accounts): return .value(subject(accounts))
      case .absent: return .value(subject(.none))
      case .unknown(let reason): return .unknown(reason)
      }
    } catch {
      return .broken(error.message)
    }
  }

  /// The size of a link is that of its text, as `lstat` has it.
  private func size(of entry: ImageEntry) -> Finding {
    switch entry.kind {
    case .file: .value(.number(entry.size))
    case .symlink: .value(.number(entry.target?.utf8.count ?? 0))
    default: .none("is \(FileType.words(for: entry.kind)), it has no size")
    }
  }

  private func contents(of entry: ImageEntry, _ image: any ImageView, _ subject: ([UInt8]) -> Subject)
    -> Finding
  {
    switch entry.kind {
    case .file:
      guard entry.size <= Self.contentLimit else {
        return .broken("`\(path)` is larger than \(Self.contentLimit >> 20) MiB, its contents are not read")
      }
      return Finding.of(
        { () throws(ImageError) in try image.read(path, limit: Self.contentLimit) },
        absent: "has no contents", subject)
    case .symlink:
      let absent = "is a link to `\(entry.target ?? "")`" + LinkCourse.clause(for: entry, in: image)
      return Finding.of(
        { () throws(ImageError) in try image.read(path, limit: Self.contentLimit) }, absent: absent, subject)
    default:
      return .none("is \(FileType.words(for: entry.kind)), it has no contents")
    }
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    guard case .success(.value(let entry)) = entry else { return [] }
    var evidence = FileEvidence(entry: entry).lines(for: expectation, in: search)
    if entry.kind == .symlink,
      ["mode", "owner", "group", "uid", "gid", "size", "type"].contains(expectation.property)
    {
      evidence.append("\(path) is a link to \(entry.target ?? ""); name where it leads to judge that")
    }
    return evidence + evidenceOfPresence(in: search)
  }

  func evidenceOfPresence(in search: ImageSearch) -> [String] {
    LayerEvidence(search)?.presence(of: path) ?? []
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    (LayerEvidence(search)?.absence(of: path) ?? []) + search.names().evidence(for: path)
  }
}
