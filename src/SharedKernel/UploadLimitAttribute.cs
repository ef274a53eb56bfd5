using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CaseNumerique.SharedKernel;

/// <summary>How much a page takes at once, files and all. Without it the server's own limit holds.</summary>
/// <remarks>Comes before the form is read for its antiforgery token, so that what is too much is said as such.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(long bytes)
    : Attribute,
        IAuthorizationFilter,
        IOrderedFilter,
        IRequestSizeLimitMetadata,
        IFormOptionsMetadata
{
    public int Order => 0;

    public long? MaxRequestBodySize => bytes;

    long? IFormOptionsMetadata.MultipartBodyLengthLimit => bytes;

    bool? IFormOptionsMetadata.BufferBody => null;
    int? IFormOptionsMetadata.MemoryBufferThreshold => null;
    long? IFormOptionsMetadata.BufferBodyLengthLimit => null;
    int? IFormOptionsMetadata.ValueCountLimit => null;
    int? IFormOptionsMetadata.KeyLengthLimit => null;
    int? IFormOptionsMetadata.ValueLengthLimit => null;
    int? IFormOptionsMetadata.MultipartBoundaryLengthLimit => null;
    int? IFormOptionsMetadata.MultipartHeadersCountLimit => null;
    int? IFormOptionsMetadata.MultipartHeadersLengthLimit => null;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > bytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}
