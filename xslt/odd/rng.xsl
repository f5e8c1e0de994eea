<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to RELAX NG: one definition per element, class, attribute class and datatype. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://relaxng.org/ns/structure/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:rng="https://siglum.example/ns/odd/rng" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="r rng xs">

  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="once" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/r:schema" as="element()">
    <grammar ns="{@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:comment expand-text="yes"> Made from {root()/r:schema/@ident}.odd by xslt/odd: change that file, not this one. </xsl:comment>
      <start>
        <choice>
          <xsl:for-each select="tokenize(@start)"><ref name="{.}"/></xsl:for-each>
        </choice>
      </start>
      <xsl:apply-templates select="r:data, r:class, r:attributes, r:element"/>
      <xsl:for-each-group select="descendant::r:any" group-by="rng:any-name(.)">
        <xsl:sequence select="rng:any(.)"/>
      </xsl:for-each-group>
    </grammar>
  </xsl:template>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="r:schema"/>
  </xsl:template>

  <xsl:template match="r:schema/r:data" as="element()">
    <define name="{@name}"><xsl:apply-templates select="*"/></define>
  </xsl:template>

  <xsl:template match="r:schema/r:class" as="element()">
    <define name="{@name}">
      <choice><xsl:for-each select="*"><ref name="{@ref}"/></xsl:for-each></choice>
    </define>
  </xsl:template>

  <xsl:template match="r:attributes" as="element()">
    <define name="{@name}"><xsl:apply-templates select="*"/></define>
  </xsl:template>

  <xsl:template match="r:schema/r:element" as="element()">
    <define name="{@name}">
      <element name="{@name}">
        <xsl:sequence select="@ns"/>
        <xsl:apply-templates select="r:content, r:attribute | r:group | r:either"/>
      </element>
    </define>
  </xsl:template>

  <!-- Content. -->

  <xsl:template match="r:content[@kind = 'empty']" as="element()"><empty/></xsl:template>
  <xsl:template match="r:content[@kind = 'text']" as="element()"><text/></xsl:template>
  <xsl:template match="r:content[@kind = ('data', 'elements', 'free')]" as="element()+">
    <xsl:apply-templates select="*"/>
  </xsl:template>
  <xsl:template match="r:content[@kind = 'mixed']" as="element()">
    <zeroOrMore>
      <choice>
        <text/>
        <xsl:apply-templates mode="once" select="*"/>
      </choice>
    </zeroOrMore>
  </xsl:template>

  <!-- A particle with its occurrence. -->
  <xsl:template match="r:content//*[@min]" as="element()*">
    <xsl:variable name="once" as="element()">
      <xsl:apply-templates mode="once" select="."/>
    </xsl:variable>
    <xsl:variable name="min" as="xs:integer" select="xs:integer(@min)"/>
    <xsl:choose>
      <xsl:when test="@max = 'unbounded' and $min eq 0">
        <zeroOrMore><xsl:sequence select="$once"/></zeroOrMore>
      </xsl:when>
      <xsl:when test="@max = 'unbounded'">
        <xsl:sequence select="(2 to $min) ! $once"/>
        <oneOrMore><xsl:sequence select="$once"/></oneOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(1 to $min) ! $once"/>
        <xsl:for-each select="$min + 1 to xs:integer(@max)">
          <optional><xsl:sequence select="$once"/></optional>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="once" match="r:sequence[empty(*)]" as="element()"><empty/></xsl:template>
  <xsl:template mode="once" match="r:sequence[*]" as="element()">
    <group><xsl:apply-templates select="*"/></group>
  </xsl:template>
  <xsl:template mode="once" match="r:choice" as="element()">
    <choice><xsl:sequence select="* ! rng:one(.)"/></choice>
  </xsl:template>
  <xsl:template mode="once" match="r:interleave" as="element()">
    <interleave><xsl:sequence select="* ! rng:one(.)"/></interleave>
  </xsl:template>
  <xsl:template mode="once" match="r:text" as="element()"><text/></xsl:template>
  <xsl:template mode="once" match="r:typed" as="element()"><xsl:apply-templates select="*"/></xsl:template>
  <xsl:template match="r:never" as="element()"><notAllowed/></xsl:template>

  <!-- What something comes to, as one pattern. -->
  <xsl:function name="rng:one" as="element()">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="made" as="element()*"><xsl:apply-templates select="$part"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="count($made) eq 1"><xsl:sequence select="$made"/></xsl:when>
      <xsl:when test="empty($made)"><empty/></xsl:when>
      <xsl:otherwise><group><xsl:sequence select="$made"/></group></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:template mode="once" match="r:element | r:class" as="element()"><ref name="{@ref}"/></xsl:template>
  <xsl:template mode="once" match="r:any" as="element()"><ref name="{rng:any-name(.)}"/></xsl:template>

  <!-- Elements from elsewhere: names outside the excluded namespaces, with any content of the kind. -->
  <xsl:function name="rng:any" as="element()">
    <xsl:param name="any" as="element(r:any)"/>
    <define name="{rng:any-name($any)}">
      <element>
        <xsl:choose>
          <xsl:when test="$any/@require != ''">
            <choice>
              <xsl:for-each select="tokenize($any/@require)"><nsName ns="{.}"/></xsl:for-each>
            </choice>
          </xsl:when>
          <xsl:when test="$any/@except != ''">
            <anyName>
              <except>
                <xsl:for-each select="tokenize($any/@except)"><nsName ns="{.}"/></xsl:for-each>
                <xsl:for-each select="root($any)/r:schema/r:element[@ns]">
                  <name ns="{@ns}"><xsl:value-of select="@name"/></name>
                </xsl:for-each>
              </except>
            </anyName>
          </xsl:when>
          <xsl:otherwise><anyName/></xsl:otherwise>
        </xsl:choose>
        <zeroOrMore>
          <choice>
            <attribute><anyName/></attribute>
            <text/>
            <ref name="{rng:any-name($any)}"/>
          </choice>
        </zeroOrMore>
      </element>
    </define>
  </xsl:function>

  <xsl:function name="rng:any-name" as="xs:string">
    <xsl:param name="any" as="element(r:any)"/>
    <xsl:variable name="same" as="element(r:any)" 
        select="root($any)//r:any[@except = $any/@except][@require = $any/@require] => head()"/>
    <xsl:sequence select="'any.' || (1 + count($same/preceding::r:any))"/>
  </xsl:function>

  <!-- Attributes. -->

  <xsl:template match="r:group" as="element()"><ref name="{@ref}"/></xsl:template>

  <xsl:template match="r:either" as="element()">
    <choice><xsl:sequence select="* ! rng:one(.)"/></choice>
  </xsl:template>
  <xsl:template match="r:together" as="element()">
    <group><xsl:apply-templates select="*"/></group>
  </xsl:template>

  <xsl:template match="r:attribute[@usage = 'opt']" as="element()">
    <optional><xsl:sequence select="rng:attribute(.)"/></optional>
  </xsl:template>
  <xsl:template match="r:attribute[@usage = 'req']" as="element()">
    <xsl:sequence select="rng:attribute(.)"/>
  </xsl:template>

  <xsl:function name="rng:attribute" as="element()">
    <xsl:param name="attribute" as="element(r:attribute)"/>
    <xsl:variable name="type" as="element()">
      <xsl:apply-templates select="$attribute/*[not(self::r:suggestion)]"/>
    </xsl:variable>
    <attribute name="{$attribute/@name}">
      <xsl:sequence select="$attribute/@ns"/>
      <xsl:choose>
        <xsl:when test="$attribute[@min = '1'][@max = '1']"><xsl:sequence select="$type"/></xsl:when>
        <xsl:when test="$attribute/@max = 'unbounded'">
          <list>
            <xsl:sequence select="(2 to xs:integer($attribute/@min)) ! $type"/>
            <xsl:element name="{if ($attribute/@min = '0') then 'zeroOrMore' else 'oneOrMore'}">
              <xsl:sequence select="$type"/>
            </xsl:element>
          </list>
        </xsl:when>
        <xsl:otherwise>
          <list>
            <xsl:sequence select="(1 to xs:integer($attribute/@min)) ! $type"/>
            <xsl:for-each select="xs:integer($attribute/@min) + 1 to xs:integer($attribute/@max)">
              <optional><xsl:sequence select="$type"/></optional>
            </xsl:for-each>
          </list>
        </xsl:otherwise>
      </xsl:choose>
    </attribute>
  </xsl:function>

  <!-- Datatypes. -->

  <xsl:template match="r:ref" as="element()"><ref name="{@name}"/></xsl:template>
  <xsl:template match="r:builtin" as="element()">
    <data type="{@name}">
      <xsl:for-each select="r:facet">
        <param name="{@name}"><xsl:value-of select="@value"/></param>
      </xsl:for-each>
    </data>
  </xsl:template>
  <xsl:template match="r:values" as="element()">
    <choice>
      <xsl:for-each select="r:value">
        <value type="token"><xsl:value-of select="@ident"/></value>
      </xsl:for-each>
    </choice>
  </xsl:template>
  <xsl:template match="r:union" as="element()">
    <choice><xsl:apply-templates select="*"/></choice>
  </xsl:template>

</xsl:stylesheet>
