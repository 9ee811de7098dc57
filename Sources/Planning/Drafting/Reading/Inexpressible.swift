/// Why a value cannot be said in another dialect; completes "`mode` of file `/x`: …".
struct Inexpressible: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
