import Image

/// An image of which it is known that sudo is not in it.
struct SudolessImage {
  /// What people call it, its tag included.
  let name: String

  /// Official images of distributions that carry no sudo.
  private static let names: Set = ["alpine", "amazonlinux", "busybox", "centos", "debian", "ubuntu"]
  /// Releases of Ubuntu whose images had it: those before 16.04.
  private static let oldUbuntu: Set = [
    "lucid", "precise", "quantal", "raring", "saucy", "trusty", "utopic", "vivid", "wily",
  ]

  /// The image of a reference; nil where it may have sudo.
  init?(_ reference: String?) {
    guard let reference, case .success(let image) = ImageReference.parse(reference),
      image.domain == "docker.io", image.path.hasPrefix("library/")
    else { return nil }
    let distribution = String(image.path.dropFirst("library/".utf8.count))
    guard Self.names.contains(distribution), distribution != "ubuntu" || !Self.isOld(image.tag ?? "latest")
    else { return nil }
    name = reference
  }

  private static func isOld(_ tag: String) -> Bool {
    let release = tag.prefix { $0 != "-" && $0 != "." }
    return oldUbuntu.contains(String(release)) || Int(release).map { $0 < 16 } == true
  }
}
