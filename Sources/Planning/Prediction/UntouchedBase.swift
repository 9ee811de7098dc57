import Expectation
import Image
import Matching
import Source

/// What a base image has where every step of a build is known and none changes it.
struct UntouchedBase: Sendable {
  /// What engines make and mount in every container.
  private static let made = [
    "/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/dev", "/proc", "/sys", "/run", "/tmp",
    "/packer-files",
    "/.dockerenv",
  ]

  private let image: any ImageView
  private let place: Location
  private let touched: [String]
  /// The names of its packages and users; nil where they cannot be told.
  private let packages: Set<String>?
  private let users: Set<String>?

  /// nil where a step writes through a link of the base image, so that it lands elsewhere.
  init?(_ image: any ImageView, at place: Location, _ tree: TreePrediction) {
    self.image = image
    self.place = place
    touched = tree.touched + Self.made
    let search = ImageSearch(image)
    let database = (try? search.packages())?.value
    packages = database.map { found in Set(found.names.filter { !found.installed($0).isEmpty }) }
    users = (try? search.accounts())?.value.map { Set($0.users.map(\.name)) }
    guard touched.allSatisfy(isStraight) else { return nil }
  }

  func fact(of target: Target, _ property: String) -> Prediction.Fact? {
    switch target {
    case .file(let path): file(path, property)
    case .package(let name) where property == "installed" && !name.contains(":"):
      // Databases are files, too.
      isTouched("/var/lib/dpkg")
        ? nil : packages.map { fact(.bool($0.contains(name)), isThere: $0.contains(name)) }
    case .user(let name) where property == "exists":
      isTouched("/etc/passwd")
        ? nil : users.map { fact(.bool($0.contains(name)), isThere: $0.contains(name)) }
    default: nil
    }
  }

  private func file(_ path: String, _ property: String) -> Prediction.Fact? {
    guard !isTouched(path), isStraight(path), let entry = try? image.entry(at: path) else { return nil }
    switch (entry, property) {
    case (.absent, "exists"): return fact(.bool(false), isThere: false)
    case (.value, "exists"): return fact(.bool(true), isThere: true)
    case (.value(let entry), "type"): return fact(.text(FileType.word(for: entry.kind)), isThere: true)
    case (.value(let entry), "mode"): return fact(.text(FileMode(bits: entry.mode).octal), isThere: true)
    case (.value(let entry), "uid"): return fact(.number(Int(entry.owner)), isThere: true)
    case (.value(let entry), "gid"): return fact(.number(Int(entry.group)), isThere: true)
    default: return nil
    }
  }

  private func fact(_ value: Subject, isThere: Bool) -> Prediction.Fact {
    let words =
      isThere ? "this image has it so, and no step changes it" : "neither this image nor a step brings it"
    return Prediction.Fact(value, by: words, at: place)
  }

  private func isTouched(_ path: String) -> Bool {
    touched.contains { path == $0 || path.hasPrefix($0 + "/") || $0.hasPrefix(path + "/") || $0 == "/" }
  }

  /// Whether no folder on the way is a link.
  private func isStraight(_ path: String) -> Bool {
    var folder = ""
    for name in path.split(separator: "/").dropLast() {
      folder += "/" + name
      guard let entry = try? image.entry(at: folder) else { return false }
      if case .value(let entry) = entry, entry.kind == .symlink { return false }
    }
    return true
  }
}
