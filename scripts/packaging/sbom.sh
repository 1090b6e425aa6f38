#!/usr/bin/env bash
# Prints the bill of materials of a published executable, as CycloneDX 1.6: the packages that its compiler was given.
# Usage: scripts/packaging/sbom.sh RID VERSION SECONDS       SECONDS: the time it is stamped with, since 1970
. "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

rid=$1 version=$2 seconds=$3
inputs=$artifacts/obj/Collector/release_$rid/native/collector.ilc.rsp

# The folders ID/VERSION of NuGet's cache, in order.
packages() { sed -n 's|^-r:\(.*/packages/[^/]*/[^/]*\)/.*|\1|p' "$inputs" | LC_ALL=C sort -u; }

# field FILE PATTERN: the text of an element of a package's description.
field() { sed -n "s|.*<$2>\([^<]*\)<.*|\1|p" "$1" | head -n 1; }

component() {
    local nuspec hash
    nuspec=$(compgen -G "$1/*.nuspec")
    hash=$(base64 -d "$(compgen -G "$1/*.nupkg.sha512")" | od -An -v -tx1 | tr -d ' \n')
    jq -n --arg name "$(field "$nuspec" id)" --arg version "$(field "$nuspec" version)" --arg hash "$hash" \
        --arg licence "$(field "$nuspec" 'license type="expression"')" --arg url "$(field "$nuspec" projectUrl)" \
        --arg author "$(field "$nuspec" authors)" '{
            type: "library", "bom-ref": "pkg:nuget/\($name)@\($version)", supplier: { name: $author }, name: $name, version: $version,
            hashes: [{ alg: "SHA-512", content: $hash }], licenses: [{ license: { id: $licence } }],
            purl: "pkg:nuget/\($name)@\($version)", externalReferences: [{ type: "website", url: $url }]
        }'
}

need jq=jq
[[ -e $inputs ]] || fail "there is no $inputs; scripts/publish.sh $rid makes it"
executable=$(compgen -G "$root/dist/$rid/collector*")
for package in $(packages); do
    component "$package"
done | jq -s --arg rid "$rid" --arg version "$version" --arg time "$(date -u -d "@$seconds" +%Y-%m-%dT%H:%M:%SZ)" \
    --arg hash "$(sha256sum "$executable" | cut -d' ' -f1)" '{
        bomFormat: "CycloneDX", specVersion: "1.6", version: 1,
        metadata: {
            timestamp: $time,
            component: {
                type: "application", "bom-ref": "collector", name: "collector", version: $version,
                hashes: [{ alg: "SHA-256", content: $hash }], properties: [{ name: "rid", value: $rid }]
            }
        },
        components: .,
        dependencies: ([{ ref: "collector", dependsOn: map(."bom-ref") }] + map({ ref: ."bom-ref" }))
    }'
