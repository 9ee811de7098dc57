import Testing

@testable import Chef

/// What recipes make of a secret of a data bag.
@Suite struct SecretFormTests {
  @Test func `What is made of a secret is one too`() {
    let forms = SecretForm.all(of: "Hunter2 &more")
    for form in [
      "hunter2 &more", "HUNTER2 &MORE", "erom& 2retnuH", "Hunter2%20%26more", "48756e7465723220266d6f7265",
      "SHVudGVyMiAmbW9yZQ",
    ] { #expect(forms.contains(form)) }
  }

  @Test(arguments: ["dXNlcjpIdW50ZXIyICZtb3Jl", "dTpIdW50ZXIyICZtb3Jl", "dXM6SHVudGVyMiAmbW9yZQ=="])
  func `It is found in the Base64 of a text that holds it`(encoded: String) {
    #expect(SecretForm.all(of: "Hunter2 &more").contains(where: encoded.contains))
  }
}
