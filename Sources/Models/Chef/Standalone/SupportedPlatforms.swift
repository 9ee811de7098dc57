import Source

/// The machines that a cookbook may be for, where nothing but its metadata says so.
enum SupportedPlatforms {
  /// Images of what `supports` names, each family once; nil for what no image is known of.
  static func images(of metadata: CookbookMetadata?) -> [String?] {
    let named = metadata?.platforms.map(\.value) ?? []
    guard !named.isEmpty else { return usual }
    var images: [String?] = []
    for name in named {
      let image = known[name]
      if !images.contains(image) { images.append(image) }
    }
    return images
  }

  private static let usual: [String?] = ["debian:12", "almalinux:9", nil]

  private static let known = [
    "debian": "debian:12", "ubuntu": "ubuntu:22.04", "redhat": "almalinux:9", "centos": "almalinux:9",
    "almalinux": "almalinux:9", "rocky": "almalinux:9", "oracle": "almalinux:9", "scientific": "almalinux:9",
    "fedora": "fedora:40", "amazon": "amazonlinux:2023", "suse": "opensuse/leap:15",
    "opensuse": "opensuse/leap:15", "opensuseleap": "opensuse/leap:15",
  ]
}
