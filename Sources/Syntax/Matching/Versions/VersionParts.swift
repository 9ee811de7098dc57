/// The parts of `[EPOCH:]VERSION[-RELEASE]`, as rpm and pacman write versions.
struct VersionParts {
  private let epoch: Substring?
  private let version: Substring
  private let release: Substring?

  init(_ text: String) {
    var rest = text[...]
    if let colon = rest.firstIndex(of: ":"), rest[..<colon].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      epoch = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    } else {
      epoch = nil
    }
    if let dash = rest.lastIndex(of: "-") {
      release = rest[rest.index(after: dash)...]
      rest = rest[..<dash]
    } else {
      release = nil
    }
    version = rest
  }

  /// The order of the parts in turn, as `order` has it; what `wanted` leaves out does not count.
  func order(
    against wanted: VersionParts, _ order: (Substring.UTF8View, Substring.UTF8View) -> Int
  ) -> Int {
    if let wantedEpoch = wanted.epoch {
      let byEpoch = order((epoch ?? "0").utf8, (wantedEpoch.isEmpty ? "0" : wantedEpoch).utf8)
      if byEpoch != 0 { return byEpoch }
    }
    let byVersion = order(version.utf8, wanted.version.utf8)
    guard byVersion == 0, let wantedRelease = wanted.release else { return byVersion }
    return release.map { order($0.utf8, wantedRelease.utf8) } ?? 0
  }
}
