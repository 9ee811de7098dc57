/// A fact that a spec can make its checks depend on.
struct FactKind: Sendable {
  let word: String
  /// What it is, in one sentence for the editor of a spec.
  let about: String

  static let platform = FactKind("platform", "The `ID` of the image's `os-release`: `debian`, `alpine`.")
  static let family = FactKind("platform-family", "Its `ID` and all of `ID_LIKE`: `[ubuntu, debian]`.")
  static let version = FactKind("platform-version", "Its `VERSION_ID`: `12`, `24.04`, `3.20.1`.")
  static let codename = FactKind("codename", "Its `VERSION_CODENAME`: `bookworm`.")
  static let architecture = FactKind("architecture", "The architecture of the image: `amd64`, `arm64`.")
  static let os = FactKind("os", "The system of the image: `linux`.")
  static let engine = FactKind(
    "engine", "What runs commands of the image: `native`, `docker`, `podman`, or `none`.")

  static let all = [platform, family, version, codename, architecture, os, engine]

  /// What an input is named with here.
  static let inputPrefix = "inputs."

  private init(_ word: String, _ about: String) {
    self.word = word
    self.about = about
  }
}
