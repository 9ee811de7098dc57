package import Image
package import Source

/// An image with what was already read of it: accounts, packages and names are looked up once for all checks.
package final class ImageSearch {
  package let image: any ImageView
  /// What was seen of it as it ran.
  package var running = RunningResult(.notRun(UnknownReason("the image was not started")))
  /// The name of what runs its commands; unknown where that is not asked yet.
  package var engine: Known<String> = .unknown(UnknownReason("it is not said what would run the image"))
  private var foundRelease: Result<Known<OSRelease>, ImageError>?
  private var foundAccounts: Result<Known<Accounts>, ImageError>?
  private var foundPackages: Result<Known<PackageDatabase>, ImageError>?
  private var foundNames: PathNames?
  private var foundEntries: [String: Known<[ImageEntry]>] = [:]

  package init(_ image: any ImageView) { self.image = image }

  /// The image's users and groups.
  package func accounts() throws(ImageError) -> Known<Accounts> {
    if let found = foundAccounts { return try found.get() }
    let image = image
    let found = Result { () throws(ImageError) in try Accounts.read(from: image) }
    foundAccounts = found
    return try found.get()
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
    let base = glob.base
    let all: Known<[ImageEntry]>
    if let found = foundEntries[base] {
      all = found
    } else {
      all = try image.entries(under: base)
      foundEntries[base] = all
    }
    return all.map { entries in entries.filter { glob.matches($0.path) } }
  }
}
