import Image

/// A platform as docker reads it: `linux/amd64`, `amd64`, `linux`, `LINUX/x86_64`, `linux/arm/v7`.
struct StructureTestPlatform {
  let platform: Platform
  /// As docker writes it; unlike `platform` with a variant that goes without saying.
  let name: String
  /// What docker says of a text that names none; nil where it does.
  let fault: String?

  private static let systems: Set<String> = [
    "linux", "windows", "darwin", "freebsd", "netbsd", "openbsd", "solaris", "aix", "android", "plan9",
  ]
  private static let architectures: Set<String> = [
    "386", "amd64", "arm", "arm64", "loong64", "mips", "mipsle", "mips64", "mips64le", "ppc64", "ppc64le",
    "riscv64", "s390x", "wasm",
  ]
  private static let aliases: [String: (architecture: String, variant: String?)] = [
    "x86_64": ("amd64", nil), "x86-64": ("amd64", nil), "i386": ("386", nil), "aarch64": ("arm64", nil),
    "armhf": ("arm", "v7"), "armel": ("arm", "v6"),
  ]

  init(_ text: String) {
    let parts = text.lowercased().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 3 else {
      self.init(fault: "\"\(text)\": cannot parse platform specifier: invalid argument")
      return
    }
    let own = Platform.current
    if parts.count == 1, Self.systems.contains(parts[0]) {
      self.init(Platform(os: parts[0], architecture: own.architecture))
      return
    }
    let os = parts.count == 1 ? own.os : parts[0]
    let named = parts.count == 1 ? parts[0] : parts[1]
    let alias = Self.aliases[named]
    let architecture = alias?.architecture ?? named
    guard parts.count > 1 || Self.architectures.contains(architecture) else {
      self.init(fault: "\"\(text)\": unknown operating system or architecture: invalid argument")
      return
    }
    let variant = parts.count == 3 ? parts[2] : alias?.variant
    self.init(Platform(os: os, architecture: architecture, variant: variant), writing: variant)
  }

  private init(_ platform: Platform, writing variant: String? = nil) {
    self.platform = platform
    name = [platform.os, platform.architecture, variant].compactMap { $0 }.joined(separator: "/")
    fault = nil
  }

  private init(fault: String) {
    platform = .current
    name = ""
    self.fault = fault
  }

  /// Whether docker takes an image for one of the platform: an image for an older variant runs on a newer one.
  func isMet(by image: Platform) -> Bool {
    guard platform.os == image.os, platform.architecture == image.architecture else { return false }
    return Self.rank(of: image) <= Self.rank(of: platform)
  }

  private static func rank(of platform: Platform) -> Int {
    let least = ["arm": 7, "arm64": 8, "amd64": 1][platform.architecture] ?? 0
    return platform.variant.flatMap { Int($0.drop { $0 == "v" }) } ?? least
  }
}
