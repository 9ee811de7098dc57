package import Image
import Matching
package import Source

/// An image with what was already read of it: accounts, packages and names are looked up once for all checks.
package final class ImageSearch {
  package let image: any ImageView
  /// What was seen of it as it ran.
  package var running = RunningResult(.notRun(UnknownReason("the image was not started")))
  /// Images that a spec compares it with, by their names.
  package var approved: [String: Known<any ImageView>] = [:]
  /// The name of what runs its commands; unknown where that is not asked yet.
  package var engine: Known<String> = .unknown(UnknownReason("it is not said what would run the image"))
  /// The build that made a layer, by the digest of its plain tar.
  package var origin: @Sendable (Digest) -> LayerOrigin? = { _ in nil }
  private var foundOrigins: [LayerOrigin?]?
  private var foundShadow: Result<Known<ShadowFile>, ImageError>?
  private var foundDocuments: [ExactText: DocumentFinding] = [:]
  private var foundSecrets: Result<Known<ImageSecrets>, ImageError>?
  private var foundWaste: ImageWaste?
  private var foundRelease: Result<Known<OSRelease>, ImageError>?
  private var foundAccounts: Result<Known<Accounts>, ImageError>?
  private var foundPackages: Result<Known<PackageDatabase>, ImageError>?
  private var foundNames: PathNames?
  private var foundEntries: [ExactText: Known<[ImageEntry]>] = [:]

  package init(_ image: any ImageView) { self.image = image }

  /// The image's users and groups.
  package func accounts() throws(ImageError) -> Known<Accounts> {
    if let found = foundAccounts { return try found.get() }
    let image = image
    let found = Result { () throws(ImageError) in try Accounts.read(from: image) }
    foundAccounts = found
    return try found.get()
  }

  /// What the image says of the passwords of its users.
  func shadow() throws(ImageError) -> Known<ShadowFile> {
    if let found = foundShadow { return try found.get() }
    let image = image
    let found = Result { () throws(ImageError) in try ShadowFile.read(from: image) }
    foundShadow = found
    return try found.get()
  }

  /// The secrets in all layers of the image.
  func secrets() throws(ImageError) -> Known<ImageSecrets> {
    if let found = foundSecrets { return try found.get() }
    let image = image
    let found = Result { () throws(ImageError) in try ImageSecrets.read(from: image) }
    foundSecrets = found
    return try found.get()
  }

  /// What is of no use in the layers of the image; nil where it has none.
  func waste() -> ImageWaste? {
    if let foundWaste { return foundWaste }
    foundWaste = image.layered.map { ImageWaste(of: $0) }
    return foundWaste
  }

  /// What a file of a format holds; read once for all that is asserted of it.
  func document(_ format: DocumentFormat, at path: String, _ read: () -> Finding) -> DocumentFinding {
    let key = ExactText("\(format.rawValue) \(path)")
    if let found = foundDocuments[key] { return found }
    let found = DocumentFinding(format, read())
    foundDocuments[key] = found
    return found
  }

  /// What the image says of its distribution.
  func release() throws(ImageError) -> Known<OSRelease> {
    if let found = foundRelease { return try found.get() }
    let image = image
    let found = Result { () throws(ImageError) in try OSRelease.read(from: image) }
    foundRelease = found
    return try found.get()
  }

  /// The image's installed packages.
  package func packages() throws(ImageError) -> Known<PackageDatabase> {
    if let found = foundPackages { return try found.get() }
    let image = image
    let found = Result { () throws(ImageError) in try PackageDatabase.read(from: image) }
    foundPackages = found
    return try found.get()
  }

  /// The builds that made the layers of the image, bottom first, as far as they are known. Read for evidence alone.
  func origins(of image: LayeredImageView) -> [LayerOrigin?] {
    if let foundOrigins { return foundOrigins }
    let origins = image.layerDigests?.map(origin) ?? [LayerOrigin?](repeating: nil, count: image.layers.count)
    foundOrigins = origins
    return origins
  }

  /// All paths of the image by folder and by name; empty where they cannot be told. Read for evidence alone.
  func names() -> PathNames {
    if let foundNames { return foundNames }
    let entries = (try? image.entries(under: "/"))?.value ?? []
    let names = PathNames(entries.map(\.path))
    foundNames = names
    return names
  }

  /// Where a missing path may be instead, as evidence.
  package func nearPaths(_ path: String) -> [String] { names().evidence(for: path) }

  /// All objects whose paths fit, in the byte order of paths.
  package func entries(matching glob: Glob) throws(ImageError) -> Known<[ImageEntry]> {
    let base = ExactText(glob.base)
    let all: Known<[ImageEntry]>
    if let found = foundEntries[base] {
      all = found
    } else {
      all = try image.entries(under: base.text)
      foundEntries[base] = all
    }
    return all.map { entries in entries.filter { glob.matches($0.path) } }
  }
}
