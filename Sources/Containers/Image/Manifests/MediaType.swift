/// The types of an image's parts, in OCI's words; docker's own are read as their equals.
package enum MediaType {
  package static let index = "application/vnd.oci.image.index.v1+json"
  package static let manifest = "application/vnd.oci.image.manifest.v1+json"
  package static let configuration = "application/vnd.oci.image.config.v1+json"
  package static let layer = "application/vnd.oci.image.layer.v1.tar"
  package static let layerGzip = "application/vnd.oci.image.layer.v1.tar+gzip"

  /// Whether a descriptor of that type points to a list of manifests.
  static func isIndex(_ type: String) -> Bool {
    type == index || type == "application/vnd.docker.distribution.manifest.list.v2+json"
  }

  /// Whether a descriptor of that type points to a layer that is a tar, plain or packed; which of these is told by its bytes.
  static func isLayer(_ type: String) -> Bool {
    let packings = ["", "+gzip", "+zstd"]
    let plain = [layer, "application/vnd.oci.image.layer.nondistributable.v1.tar"]
    let docker = [
      "application/vnd.docker.image.rootfs.diff.tar", "application/vnd.docker.image.rootfs.foreign.diff.tar",
    ]
    return type.isEmpty || plain.contains { name in packings.contains { name + $0 == type } }
      || docker.contains { name in ["", ".gzip", ".zstd"].contains { name + $0 == type } }
  }

  /// Whether a descriptor of that type points to one image's manifest; old layouts leave the type out, and docker's
  /// schema 1 is none that can be read.
  static func isManifest(_ type: String) -> Bool {
    type.isEmpty || type == manifest || type == "application/vnd.docker.distribution.manifest.v2+json"
  }
}
